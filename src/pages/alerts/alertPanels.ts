import { formattedValueToString, getValueFormat, MappingType, type ValueMapping } from '@grafana/data';
import { findSignal } from '../../catalog/lookup';
import { type Alert as AlertRule, type Panel, type System } from '../../catalog/types';
import { type Matchers, renderSelector } from '../../domain/promql/matchers';
import { type ExplainedPanel } from '../../scenes/panel/ExplainedPanel';
import { explainedPanel } from '../../scenes/panel/explainedPanel';
import { type AlertSubject } from './alertSubject';

/** Labels that Prometheus or our rules add to the alert; its series do not have them. */
const ADDED_LABELS = new Set(['alertname', 'severity', 'team', 'page', 'component', 'runbook']);

/** What the rule watches, with the bound at which it fires. */
export function conditionPanel({ labels }: AlertSubject, rule: AlertRule, system: System): ExplainedPanel {
  const { signal, by = [], op, value } = rule.condition;
  const bound = formattedValueToString(getValueFormat(findSignal(system, signal).unit)(value));
  const where: Matchers = Object.fromEntries(
    by.flatMap((label) => (labels[label] === undefined ? [] : [[label, labels[label]]]))
  );
  return explainedPanel(
    {
      id: `condition-${rule.id}`,
      title: `What it watches, and its bound (${op} ${bound} for ${rule.for})`,
      description: rule.description,
      kind: 'timeseries',
      queries: [{ signal, by, where, legend: by.map((label) => `{{${label}}}`).join(' ') || rule.name }],
      thresholds: { critical: value },
      direction: op.startsWith('<') ? 'higher-is-better' : 'lower-is-better',
    },
    system
  );
}

const HISTORY = 'alert-history';

/** When it was pending and when it fired, as a strip. */
export function historyPanel({ name, labels }: AlertSubject, system: System): ExplainedPanel {
  const own = Object.fromEntries(Object.entries(labels).filter(([label]) => !ADDED_LABELS.has(label)));
  const series = (alertstate: string) =>
    renderSelector({ metric: 'ALERTS', where: { ...own, alertname: name, alertstate } });
  const panel: Panel & { kind: 'state-timeline' } = {
    id: HISTORY,
    title: 'When it fired',
    description: 'Pending while its condition holds and has not lasted long enough, firing afterwards.',
    kind: 'state-timeline',
    queries: [{ signal: `system.${HISTORY}`, legend: name }],
  };
  const history = explainedPanel(panel, {
    ...system,
    signals: {
      ...system.signals,
      [HISTORY]: {
        kind: 'expression',
        title: 'State',
        // Zero where neither is: a strip without a gap says that the rule was looked at.
        expr: `max(${series('firing')}) * 2 or max(${series('pending')}) or vector(0)`,
        metrics: ['ALERTS'],
        unit: 'none',
        thresholds: { warning: 1, critical: 2 },
        direction: 'lower-is-better',
      },
    },
  });
  const { panel: strip } = history.state;
  strip.setState({
    fieldConfig: {
      ...strip.state.fieldConfig,
      defaults: { ...strip.state.fieldConfig.defaults, mappings: [STATE_WORDS] },
    },
  });
  return history;
}

const STATE_WORDS: ValueMapping = {
  type: MappingType.ValueToText,
  options: { 0: { text: 'quiet' }, 1: { text: 'pending' }, 2: { text: 'firing' } },
};
