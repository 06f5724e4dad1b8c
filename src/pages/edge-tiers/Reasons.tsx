import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { StateBadge } from '../../components/StateBadge';
import { type TierHealth } from '../../domain/tiers/types';

/** A state in a word, and below it each reason with its own state. */
export function Reasons({ health: { state, reasons } }: { health: TierHealth }) {
  const styles = useStyles2(getStyles);
  return (
    <div>
      <StateBadge state={state} />
      {reasons.length > 0 && (
        <ul className={styles.reasons}>
          {reasons.map((reason) => (
            <li key={reason.about} className={styles.reason}>
              {reasons.length > 1 && <StateBadge state={reason.state} compact />}
              <span>{reason.text}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  reasons: css({ listStyle: 'none' }),
  reason: css({ display: 'flex', gap: theme.spacing(0.5), alignItems: 'flex-start', overflowWrap: 'anywhere' }),
});
