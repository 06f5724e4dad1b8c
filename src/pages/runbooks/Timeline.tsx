import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { type LiveRunbook } from './useRunbook';

/** What happened, was found out and was done, in order of time. */
export function Timeline({ live: { timeline } }: { live: LiveRunbook }) {
  const styles = useStyles2(getStyles);
  return (
    <section aria-labelledby="runbook-timeline">
      <h2 id="runbook-timeline" className={styles.title}>
        Timeline
      </h2>
      {timeline.length === 0 ? (
        <p className={styles.time}>Findings, answers, ticks and notes gather here.</p>
      ) : (
        <ol className={styles.list}>
          {timeline.map(({ timeMs, kind, text }, index) => (
            <li key={index} data-kind={kind}>
              <time dateTime={new Date(timeMs).toISOString()} className={styles.time}>
                {dateTimeFormat(timeMs)}
              </time>
              <div className={styles.text}>{text}</div>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  title: css({ ...theme.typography.h4 }),
  list: css({ listStyle: 'none', display: 'flex', flexDirection: 'column', gap: theme.spacing(1) }),
  time: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  text: css({ overflowWrap: 'anywhere', fontSize: theme.typography.bodySmall.fontSize }),
});
