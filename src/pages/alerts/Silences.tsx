import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2 } from '@grafana/data';
import { TextLink, useStyles2 } from '@grafana/ui';
import { type Silence } from '../../domain/alerts/silences';
import { countOf } from '../../domain/format/format';
import { type OnCallNow } from '../../scenes/oncall/OnCallAlerts';
import { silenceUrl } from './silenceUrl';

/** Who silenced what until when; each leads to Grafana's own page, where it can be ended. */
export function Silences({ now: { silenced } }: { now: OnCallNow }) {
  const styles = useStyles2(getStyles);
  const bySilence = new Map<string, { silence: Silence; count: number }>();
  for (const { silence } of silenced) {
    const key = `${silence.source} ${silence.id}`;
    bySilence.set(key, { silence, count: (bySilence.get(key)?.count ?? 0) + 1 });
  }
  if (bySilence.size === 0) {
    return null;
  }
  return (
    <section aria-label="Silences">
      <h2 className={styles.title}>Silences</h2>
      <ul className={styles.list}>
        {[...bySilence].map(([key, { silence, count }]) => (
          <li key={key}>
            {countOf(count, 'alert')} silenced by {silence.createdBy}
            {silence.endsAtMs !== null && ` until ${dateTimeFormat(silence.endsAtMs)}`}: {silence.comment}{' '}
            <TextLink href={silenceUrl(silence)}>Silence</TextLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  title: css({ ...theme.typography.h5 }),
  list: css({ listStylePosition: 'inside', color: theme.colors.text.secondary }),
});
