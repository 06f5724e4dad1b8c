import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { IconButton, TextLink, useStyles2 } from '@grafana/ui';
import { type ReactNode } from 'react';
import { VerdictBadge } from '../../components/VerdictBadge';
import { boundWords } from '../../domain/runbook/bounds';
import { type Finding } from '../../domain/runbook/findings';
import { type LiveQuestion } from '../../domain/runbook/questions';
import { type FindingPanel, panelKey } from '../../scenes/runbooks/findingPanel';
import { exploreUrl } from '../../scenes/panel/explore';
import { FoundLines } from './FoundLines';
import { FoundTraces } from './FoundTraces';
import { exploreQuery } from './exploreQuery';
import { type RunbookView } from './RunbookView';
import { type LiveRunbook } from './useRunbook';

interface Props {
  checkKey: string;
  question: LiveQuestion;
  live: LiveRunbook;
  model: RunbookView;
}

/** A check of live data: the verdict with value and threshold, and what shows it: a graph, log lines or traces. */
export function LiveCheck({ checkKey, question, live, model }: Props) {
  const styles = useStyles2(getStyles);
  const { findings, asking, run, checks } = live;
  const finding = findings[checkKey];
  const isAsking = asking.includes(checkKey);
  const { panels, range } = run.useState();
  const panel = panels.find(({ state }) => state.key === panelKey(checkKey));
  const explored = finding && range && exploreQuery(question, range);
  const href =
    explored && exploreUrl({ ...explored.dataSource, uid: uidOf(model, question) }, explored.query, explored.window);
  return (
    <div data-check={checkKey}>
      <div className={styles.row}>
        <VerdictBadge verdict={isAsking ? 'asking' : finding?.verdict} />
        <span className={styles.grow}>
          {finding?.statement ??
            `${question.title} (${boundWords(question.abnormal, (value) => valueWords(value, question))}).`}
          {finding?.context && <span className={styles.faint}> {finding.context}.</span>}
          {finding?.remark && <span className={styles.faint}> {finding.remark}</span>}
        </span>
        {href && (
          <span className={styles.way}>
            <TextLink href={href} external inline={false} variant="bodySmall">
              Explore
            </TextLink>
          </span>
        )}
        <IconButton
          name="sync"
          size="sm"
          tooltip={`Ask again: ${question.title}`}
          disabled={isAsking || live.running !== undefined}
          onClick={() => void run.runOne(checkKey, checks)}
        />
      </div>
      {finding && <Evidence finding={finding} question={question} panel={panel} />}
    </div>
  );
}

interface EvidenceProps {
  finding: Finding;
  question: LiveQuestion;
  panel: FindingPanel | undefined;
}

/** Open where something is wrong, folded where not. */
function Evidence({ finding, question, panel }: EvidenceProps) {
  const styles = useStyles2(getStyles);
  const { verdict, lines = [], traces = [] } = finding;
  const shown: ReadonlyArray<readonly [title: string, body: ReactNode]> = [
    ['Graph', panel && <div className={styles.graph}>{<panel.Component model={panel} />}</div>],
    [
      'Newest lines',
      lines.length > 0 && question.kind === 'log' && <FoundLines lines={lines} fields={question.fields} />,
    ],
    ['Traces', traces.length > 0 && <FoundTraces traces={traces} />],
  ];
  return shown
    .filter(([, body]) => Boolean(body))
    .map(([title, body]) => (
      // The key: a new verdict opens or folds it again, whatever the reader did before.
      <details open={verdict === 'abnormal'} className={styles.details} key={`${title} ${verdict}`}>
        <summary>{title}</summary>
        {body}
      </details>
    ));
}

const NAMES = { metric: 'prometheus', log: 'elasticsearch', trace: 'jaeger' } as const;

function uidOf(model: RunbookView, { kind }: LiveQuestion): string {
  return model.state.run.resolve().dataSourceUid(NAMES[kind]);
}

function valueWords(value: number, question: LiveQuestion): string {
  if (question.kind === 'metric') {
    return question.unit === 'bool' ? (value === 0 ? 'no' : 'yes') : String(value);
  }
  return question.kind === 'trace' && question.measure === 'slowest' ? `${value} ms` : String(value);
}

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({ display: 'flex', alignItems: 'flex-start', gap: theme.spacing(1) }),
  grow: css({ flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' }),
  faint: css({ color: theme.colors.text.secondary }),
  way: css({ flexShrink: 0, whiteSpace: 'nowrap' }),
  details: css({
    margin: theme.spacing(0.5, 0, 0, 0),
    summary: { color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize },
  }),
  graph: css({ position: 'relative', height: 140 }),
});
