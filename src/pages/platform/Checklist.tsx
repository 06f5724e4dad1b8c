import { css } from '@emotion/css';
import { type GrafanaTheme2, type TimeRange } from '@grafana/data';
import { TextLink, useStyles2 } from '@grafana/ui';
import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router-dom';
import { pageUrl } from '../../app/navigation';
import { type System } from '../../catalog/types';
import { Facts } from '../../components/Facts';
import { UserMarkdown } from '../../components/UserMarkdown';
import { VerdictBadge } from '../../components/VerdictBadge';
import { countOf, formatPercent } from '../../domain/format/format';
import { worstVerdict } from '../../domain/runbook/findings';
import { fillMarkdown } from '../../domain/runbook/templates';
import { catalogCounts } from '../../catalog/catalogCounts';
import { type RunbookView } from '../runbooks/RunbookView';
import { StepCard } from '../runbooks/StepCard';
import { useRunbook } from '../runbooks/useRunbook';
import { StackFlow } from './StackFlow';

/** The checklist of a stack: what all gates say, the parts in their flow, and every gate with its value and bound. */
export function Checklist({ model, range }: { model: RunbookView; range: TimeRange }) {
  const styles = useStyles2(getStyles);
  const live = useRunbook(model);
  const { system, runbook } = model.state;
  useAskedAgain(range, live.runAll);
  const verdicts = Object.fromEntries(Object.entries(live.findings).map(([key, found]) => [key, found?.verdict]));
  const worst = worstVerdict(Object.values(verdicts).flatMap((verdict) => verdict ?? []));
  return (
    <>
      <p className={styles.verdict} role="status">
        <VerdictBadge verdict={live.running ? 'asking' : worst} />
        <span>
          {live.running
            ? `${live.running.done} of ${countOf(live.running.total, 'gate')} asked.`
            : `${live.overall.sentence}`}
        </span>
      </p>
      <UserMarkdown text={fillMarkdown(runbook.summary, live.variables).text} />
      <StackFacts system={system} runbook={runbook.id} />
      {system.stack && (
        <StackFlow
          parts={system.stack.parts}
          steps={runbook.steps}
          verdicts={verdicts}
          isAsking={live.running !== undefined}
        />
      )}
      <h2 className={styles.title}>Gates, in the order in which the stack is brought up</h2>
      {runbook.steps.map((step, index) => (
        <StepCard key={step.id} step={step} number={index + 1} live={live} model={model} />
      ))}
    </>
  );
}

/** What the catalog brings for a system, counted. */
function StackFacts({ system, runbook }: { system: System; runbook: string }) {
  const { search } = useLocation();
  const counts = catalogCounts(system);
  const severities = counts.severities.map(({ severity, count }) => `${count} ${severity}`).join(', ');
  const { sampledRatio } = system.stack ?? {};
  return (
    <Facts
      facts={[
        ['Boards', `${counts.boards}, with ${countOf(counts.panels, 'panel')}`],
        ['Alerts', `${counts.alerts}${severities && ` (${severities})`}`],
        ['Alerts with a runbook', `${counts.alertsWithRunbook} of ${counts.alerts}`],
        ['Objectives', String(counts.slos)],
        ['Traces that are kept, by policy', sampledRatio === undefined ? undefined : formatPercent(sampledRatio, 0)],
        [
          'To export or to note what was done',
          <TextLink key="runbook" href={pageUrl('runbooks', [system.id, runbook], search)}>
            The same as a runbook
          </TextLink>,
        ],
      ]}
    />
  );
}

/** A new time range, or a refresh, asks every gate again. The first time is the runbook's own affair. */
function useAskedAgain(range: TimeRange, ask: () => void) {
  const last = useRef(range);
  useEffect(() => {
    if (last.current !== range) {
      last.current = range;
      ask();
    }
    // Whatever else changes, the question stays the same.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [range]);
}

const getStyles = (theme: GrafanaTheme2) => ({
  verdict: css({
    display: 'flex',
    alignItems: 'baseline',
    gap: theme.spacing(1),
    ...theme.typography.h4,
    fontWeight: theme.typography.fontWeightRegular,
    margin: 0,
  }),
  title: css({ ...theme.typography.h4, margin: theme.spacing(1, 0, 0) }),
});
