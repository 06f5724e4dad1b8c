import { css } from '@emotion/css';
import { type GrafanaTheme2, type IconName } from '@grafana/data';
import { type SceneComponentProps, SceneObjectBase, type SceneObjectRef, type SceneObjectState } from '@grafana/scenes';
import { Alert, Icon, PanelChrome, TextLink, useStyles2, useTheme2 } from '@grafana/ui';
import { useLocation } from 'react-router-dom';
import { runbookUrl } from '../../app/navigation';
import { type Service, type System } from '../../catalog/types';
import { ConditionMessage } from '../../components/ConditionMessage';
import { formatDuration } from '../../domain/format/format';
import { type ServiceRule } from '../../domain/services/alertRules';
import { LiveBody } from '../../scenes/live/LiveBody';
import { type KnownRules, type ServiceAlertRules } from '../../scenes/services/ServiceAlertRules';
import { tableStyles } from './tableStyles';

interface AlertRulesPanelState extends SceneObjectState {
  system: System;
  service: Service;
  rules: SceneObjectRef<ServiceAlertRules>;
}

/** The alert rules about a service with their state now, those that need a person first. */
export class AlertRulesPanel extends SceneObjectBase<AlertRulesPanelState> {
  static Component = AlertRulesPanelRenderer;
}

function AlertRulesPanelRenderer({ model }: SceneComponentProps<AlertRulesPanel>) {
  const { system, service, rules } = model.useState();
  return (
    <PanelChrome
      title="Alert rules"
      description="Those of the catalog and those that are evaluated, with their state now."
    >
      <LiveBody live={rules.resolve()} what="alert rules">
        {(known) => (
          <>
            {known.unread.map((reason) => (
              <Alert
                key={reason}
                severity="warning"
                title="Some rules could not be read"
                topSpacing={0}
                bottomSpacing={1}
              >
                {reason}
              </Alert>
            ))}
            {known.rules.length > 0 ? (
              <RuleTable known={known} system={system} />
            ) : (
              <ConditionMessage icon="cog" title="No alert rules">
                The catalog has none for {service.id}, and no rule carries its name: nothing can fire about it.
              </ConditionMessage>
            )}
          </>
        )}
      </LiveBody>
    </PanelChrome>
  );
}

function RuleTable({ known, system }: { known: KnownRules; system: System }) {
  const { table, scroll, wide, secondary } = useStyles2(tableStyles);
  const { search } = useLocation();
  return (
    <div className={scroll} role="region" aria-label="Alert rules, firing first" tabIndex={0}>
      <table className={table}>
        <thead>
          <tr>
            <th scope="col">State</th>
            <th scope="col">Rule</th>
            <th scope="col">Severity</th>
            <th scope="col">For</th>
            <th scope="col">Active</th>
            <th scope="col">Runbook</th>
          </tr>
        </thead>
        <tbody>
          {known.rules.map((rule) => (
            <tr key={rule.name}>
              <td>
                <RuleState rule={rule} />
              </td>
              <th scope="row" className={wide}>
                {rule.name}
                {summariesOf(rule).map((summary) => (
                  <div key={summary} className={secondary}>
                    {summary}
                  </div>
                ))}
                {rule.problem !== undefined && <div>It cannot be evaluated: {rule.problem}</div>}
              </th>
              <td>{rule.severity ?? '–'}</td>
              <td>{rule.for ?? '–'}</td>
              <td>
                {rule.instances.length === 0 ? '–' : rule.instances.length}
                {rule.sinceMs !== undefined && ` for ${formatDuration(known.askedAtMs - rule.sinceMs)}`}
              </td>
              <td>
                {rule.runbook ? (
                  <RunbookLink rule={rule} runbook={rule.runbook} system={system} search={search} />
                ) : (
                  '–'
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What the active instances say; while there are none, what the rule would say. */
function summariesOf({ instances, summary }: ServiceRule): string[] {
  const said = instances.flatMap(({ annotations }) => annotations['summary'] ?? []);
  return said.length > 0 ? [...new Set(said)] : [summary ?? []].flat();
}

interface RunbookLinkProps {
  rule: ServiceRule;
  runbook: string;
  system: System;
  search: string;
}

function RunbookLink({ rule, runbook, system, search }: RunbookLinkProps) {
  const [instance] = rule.instances;
  const opened = { alert: rule.name, labels: instance?.labels ?? {}, startMs: instance?.activeAtMs ?? undefined };
  const title = system.runbooks?.find(({ id }) => id === runbook)?.title ?? runbook;
  return (
    <TextLink href={runbookUrl(system.id, runbook, opened, search)} inline={false} variant="bodySmall">
      {title}
    </TextLink>
  );
}

type RuleState = NonNullable<ServiceRule['state']> | 'absent';

const WORDS: Record<RuleState, { word: string; icon: IconName; title?: string }> = {
  firing: { word: 'Firing', icon: 'fire' },
  pending: { word: 'Pending', icon: 'clock-nine', title: 'The condition holds, not yet for long enough.' },
  inactive: { word: 'Quiet', icon: 'check-circle' },
  unknown: { word: 'Not known', icon: 'question-circle', title: 'No data, or it cannot be evaluated.' },
  absent: { word: 'Not loaded', icon: 'question-circle', title: 'The catalog has it, and nobody evaluates it.' },
};

function RuleState({ rule }: { rule: ServiceRule }) {
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const state = rule.state ?? 'absent';
  const { error, warning, success, text } = theme.colors;
  const colours = {
    firing: error.text,
    pending: warning.text,
    inactive: success.text,
    unknown: warning.text,
    absent: text.secondary,
  };
  const { word, icon, title } = WORDS[state];
  return (
    <span className={styles.state} style={{ color: colours[state] }} title={title}>
      <Icon key={icon} name={icon} size="sm" aria-hidden /> {word}
    </span>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  state: css({
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    whiteSpace: 'nowrap',
    fontWeight: theme.typography.fontWeightMedium,
  }),
});
