import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { type System } from '../../catalog/types';
import { StateBadge } from '../../components/StateBadge';
import { countOf, formatDuration } from '../../domain/format/format';
import { type Drafts } from '../../domain/incidents/parseDrafts';
import { type MeanTime, meanTimes } from '../../domain/incidents/times';

interface Props {
  drafts: Drafts;
  systems: readonly System[];
}

const MINUTE_MS = 60_000;

/** Mean times to acknowledge and to recover over the kept incidents, against the targets of their systems. */
export function RecoveryTimes({ drafts, systems }: Props) {
  const styles = useStyles2(getStyles);
  const all = Object.values(drafts);
  const { mtta, mttr } = meanTimes(all);
  const targets = systems.flatMap(({ id, name, recoveryTargetMinutes }) => {
    const own = all.filter(({ affectedServices }) => affectedServices.some(({ system }) => system === id));
    const mean = meanTimes(own).mttr;
    return recoveryTargetMinutes !== undefined && mean
      ? [{ id, name, targetMinutes: recoveryTargetMinutes, mean }]
      : [];
  });
  if (!mtta && !mttr) {
    return null;
  }
  return (
    <div className={styles.times} role="group" aria-label="Recovery times">
      {mtta && <span>MTTA {inWords(mtta)}</span>}
      {mttr && (
        <span title="From the first alert until the last was over or the incident was resolved">
          MTTR {inWords(mttr)}
        </span>
      )}
      {targets.map(({ id, name, targetMinutes, mean }) => (
        <span key={id} className={styles.target}>
          <StateBadge state={mean.meanMs < targetMinutes * MINUTE_MS ? 'ok' : 'breached'} />
          {name}: {inWords(mean)}, target under {targetMinutes} min
        </span>
      ))}
    </div>
  );
}

function inWords({ meanMs, count }: MeanTime): string {
  return `${formatDuration(meanMs)} (${countOf(count, 'incident')})`;
}

const getStyles = (theme: GrafanaTheme2) => ({
  times: css({
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 2),
    marginLeft: 'auto',
    color: theme.colors.text.secondary,
  }),
  target: css({ display: 'inline-flex', alignItems: 'center', gap: theme.spacing(0.5) }),
});
