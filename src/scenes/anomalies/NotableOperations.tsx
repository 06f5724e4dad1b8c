import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, LinkButton, TextLink, useStyles2 } from '@grafana/ui';
import { useState } from 'react';
import { useLocation } from 'react-router-dom';
import { pageUrl } from '../../app/navigation';
import { type System } from '../../catalog/types';
import { isNotable } from '../../domain/anomalies/table';
import { type Anomaly, type Comparison } from '../../domain/anomalies/types';
import { type ComparedWindows } from '../../domain/anomalies/windows';
import { anomalyWords, presenceWords } from '../../domain/anomalies/words';
import { countOf } from '../../domain/format/format';
import { ComparisonMark } from './ComparisonMark';
import { exampleUrls } from './exampleUrls';

interface Props {
  comparisons: readonly Comparison[];
  windows: ComparedWindows;
  /** For the names of services and links to them; absent on a service's own page. */
  systems?: readonly System[] | undefined;
}

/** More than that at once is one event, and its first signs are on top. */
const SHOWN_AT_FIRST = 8;

/** What is slower, failing, silent or new, each with traces of now and of before; or that nothing is. */
export function NotableOperations({ comparisons, windows, systems }: Props) {
  const styles = useStyles2(getStyles);
  const [isOpen, setOpen] = useState(false);
  const notable = comparisons.filter(isNotable);
  const shown = isOpen ? notable : notable.slice(0, SHOWN_AT_FIRST);
  return (
    <div className={styles.list}>
      <p className={styles.summary} role="status">
        {summaryOf(comparisons)}
      </p>
      {shown.length > 0 && (
        <ul aria-label="Operations that changed" className={styles.items}>
          {shown.map((one) => (
            <Item key={`${one.system} ${one.service} ${one.operation} ${one.role}`} {...{ one, windows, systems }} />
          ))}
        </ul>
      )}
      {notable.length > SHOWN_AT_FIRST && (
        <Button size="sm" variant="secondary" fill="text" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Fewer' : `All ${notable.length}`}
        </Button>
      )}
    </div>
  );
}

function Item({ one, windows, systems }: { one: Comparison } & Pick<Props, 'windows' | 'systems'>) {
  const styles = useStyles2(getStyles);
  return (
    <li className={styles.item}>
      <ComparisonMark comparison={one} />
      <span className={styles.name}>
        {systems && <ServiceName one={one} systems={systems} />} {one.operation}
        {one.role === 'outgoing' && <span className={styles.secondary}> (call out)</span>}
      </span>
      {one.anomalies.map((anomaly) => (
        <AnomalyLine key={anomaly.kind} {...{ one, anomaly, windows }} />
      ))}
      {one.anomalies.length === 0 && <span className={styles.secondary}>{presenceWords(one)}</span>}
    </li>
  );
}

function AnomalyLine({ one, anomaly, windows }: { one: Comparison; anomaly: Anomaly; windows: ComparedWindows }) {
  const styles = useStyles2(getStyles);
  const { search } = useLocation();
  const { now, before } = exampleUrls(one, anomaly.kind, windows, search);
  const which = anomaly.kind === 'duration' ? 'Slow' : 'Failed';
  return (
    <div className={styles.line}>
      <span>{anomalyWords(anomaly)}</span>
      <span className={styles.links}>
        <LinkButton size="sm" variant="secondary" fill="outline" icon="gf-traces" href={now}>
          {which} traces
        </LinkButton>
        <LinkButton size="sm" variant="secondary" fill="text" icon="history" href={before}>
          Traces before
        </LinkButton>
      </span>
    </div>
  );
}

function ServiceName({ one, systems }: { one: Comparison; systems: readonly System[] }) {
  const { search } = useLocation();
  const known = systems
    .find(({ id }) => id === one.system)
    ?.services.find(({ traces }) => traces?.service === one.service);
  return known ? (
    <TextLink variant="bodySmall" href={pageUrl('services', [one.system, known.id, 'operations'], search)}>
      {one.service}
    </TextLink>
  ) : (
    <span>{one.service}</span>
  );
}

/** The answer in a sentence: how many changed, of how many that could be judged. */
function summaryOf(comparisons: readonly Comparison[]): string {
  const count = (verdict: Comparison['verdict']) => comparisons.filter((one) => one.verdict === verdict).length;
  const [anomalous, silent, added, few] = [count('anomalous'), count('silent'), count('new'), count('too-few')];
  const judged = anomalous + silent + count('steady');
  const found = [
    anomalous > 0 ? `${anomalous} slower or failing` : '',
    silent > 0 ? `${silent} silent` : '',
    added > 0 ? `${added} new` : '',
  ].filter(Boolean);
  const rest = few > 0 ? ` ${countOf(few, 'operation')} had too few calls to tell.` : '';
  return found.length > 0
    ? `${found.join(', ')}, of ${countOf(comparisons.length, 'operation')}.${rest}`
    : `Nothing unusual: none of ${countOf(judged, 'operation')} is twice as slow, fails five times as often, is silent or new.${rest}`;
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: theme.spacing(1) }),
  summary: css({ margin: 0, fontWeight: theme.typography.fontWeightMedium }),
  items: css({ listStyle: 'none', width: '100%' }),
  item: css({
    display: 'grid',
    gridTemplateColumns: '140px minmax(160px, 2fr) minmax(0, 4fr)',
    alignItems: 'start',
    gap: theme.spacing(0.5, 2),
    padding: theme.spacing(0.75, 0),
    borderTop: `1px solid ${theme.colors.border.weak}`,
    fontSize: theme.typography.bodySmall.fontSize,
    // A second anomaly stands below the first.
    '& > :nth-child(n + 3)': { gridColumn: 3 },
  }),
  name: css({ overflowWrap: 'anywhere' }),
  line: css({ display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: theme.spacing(0.5, 1) }),
  links: css({ display: 'inline-flex', gap: theme.spacing(0.5) }),
  secondary: css({ color: theme.colors.text.secondary }),
});
