import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { type SceneComponentProps, SceneObjectBase, type SceneObjectState } from '@grafana/scenes';
import { Icon, TextLink, useStyles2, useTheme2 } from '@grafana/ui';
import { useLocation } from 'react-router-dom';
import { pageUrl } from '../../app/navigation';
import { type System } from '../../catalog/types';
import { countOf } from '../../domain/format/format';
import { missingOf, type Presence, type ServiceSignals, type SignalCell } from '../../domain/stack/serviceSignals';
import { LiveBody } from '../../scenes/live/LiveBody';
import { ArrivingSignals } from '../../scenes/platform/ArrivingSignals';

interface SignalsTableState extends SceneObjectState {
  system: System;
}

/** Metrics, traces, logs and attributes of each service of a system: what arrives, and what should and does not. */
export class SignalsTable extends SceneObjectBase<SignalsTableState> {
  static Component = SignalsTableRenderer;

  readonly arriving: ArrivingSignals;

  constructor(system: System) {
    const arriving = new ArrivingSignals(system);
    super({ system, $behaviors: [arriving] });
    this.arriving = arriving;
  }
}

function SignalsTableRenderer({ model }: SceneComponentProps<SignalsTable>) {
  const { system } = model.useState();
  return (
    <LiveBody live={model.arriving} what="signals of services">
      {(rows) => <Table rows={rows} system={system} />}
    </LiveBody>
  );
}

const COLUMNS = [
  ['metrics', 'Metrics'],
  ['traces', 'Traces'],
  ['logs', 'Logs'],
  ['attributes', 'Version, environment'],
] as const;

function Table({ rows, system }: { rows: readonly ServiceSignals[]; system: System }) {
  const styles = useStyles2(getStyles);
  const { search } = useLocation();
  const lacking = rows.filter((row) => missingOf(row) > 0).length;
  return (
    <>
      <p>
        {lacking === 0
          ? `All signals that the catalog expects of ${countOf(rows.length, 'service')} arrive.`
          : `${lacking} of ${countOf(rows.length, 'service')} ${lacking === 1 ? 'lacks' : 'lack'} a signal.`}
      </p>
      <div className={styles.scroll} role="region" aria-label="Signals of services" tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Service</th>
              {COLUMNS.map(([id, title]) => (
                <th key={id} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <TextLink href={pageUrl('services', [system.id, row.id], search)} inline={false}>
                    {row.name}
                  </TextLink>
                </th>
                {COLUMNS.map(([id]) => (
                  <td key={id}>
                    <Cell cell={row[id]} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

const ICONS = {
  present: 'check-circle',
  missing: 'exclamation-triangle',
  unknown: 'question-circle',
  none: 'minus',
} as const satisfies Record<Presence, string>;

function Cell({ cell: { presence, text } }: { cell: SignalCell }) {
  const styles = useStyles2(getStyles);
  const { colors } = useTheme2();
  const colour: Partial<Record<Presence, string>> = { present: colors.success.text, missing: colors.warning.text };
  return (
    <span className={styles.cell} data-presence={presence}>
      <Icon name={ICONS[presence]} size="sm" aria-hidden style={{ color: colour[presence] ?? colors.text.disabled }} />
      {text || <span className={styles.faint}>none expected</span>}
    </span>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  scroll: css({ overflowX: 'auto' }),
  table: css({
    width: '100%',
    fontSize: theme.typography.bodySmall.fontSize,
    'th, td': {
      padding: theme.spacing(0.5, 1),
      borderBottom: `1px solid ${theme.colors.border.weak}`,
      textAlign: 'left',
      verticalAlign: 'top',
    },
    'thead th': { color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightMedium },
  }),
  cell: css({ display: 'flex', gap: theme.spacing(0.5), alignItems: 'baseline' }),
  faint: css({ color: theme.colors.text.disabled }),
});
