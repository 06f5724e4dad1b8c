import { PanelChrome } from '@grafana/ui';
import { useLocation } from 'react-router-dom';
import { type Service, type System } from '../../catalog/types';
import { ConditionMessage } from '../../components/ConditionMessage';
import { runbookRow } from '../runbooks/RunbooksOverview';
import { RunbookTable } from '../runbooks/RunbookTable';

/** The runbooks that are filed under the service, and those that its alerts name. */
export function RunbooksOfService({ system, service }: { system: System; service: Service }) {
  const { search } = useLocation();
  const alerts = (system.alerts ?? []).filter((alert) => alert.service === service.id);
  const named = new Set(alerts.map(({ runbook }) => runbook));
  const runbooks = (system.runbooks ?? []).filter((one) => one.service === service.id || named.has(one.id));
  return (
    <PanelChrome title="Runbooks" description="Those that are filed under the service, and those that its alerts name.">
      {runbooks.length > 0 ? (
        <RunbookTable rows={runbooks.map((one) => runbookRow(system, one, search))} searchable={false} />
      ) : (
        <ConditionMessage icon="book-open" title="No runbooks">
          The catalog has none for {service.id}
          {alerts.length > 0 && `, and its alerts (${alerts.map(({ name }) => name).join(', ')}) name none`}.
        </ConditionMessage>
      )}
    </PanelChrome>
  );
}
