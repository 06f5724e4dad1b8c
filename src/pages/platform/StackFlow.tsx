import { css, cx } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import { VerdictBadge } from '../../components/VerdictBadge';
import { type Verdicts } from '../../domain/runbook/flow';
import { type RunbookStep } from '../../domain/runbook/types';
import { type Flow, partVerdict, type Place, type PlacedPart, stackFlow } from '../../domain/stack/flow';
import { STACK_STAGES, type StackPart, type StackStage } from '../../domain/stack/types';

const STAGE_TITLES: Readonly<Record<StackStage, string>> = {
  source: 'Sources',
  collect: 'Collection',
  store: 'Storage',
  use: 'Use',
  notify: 'People',
};

const ROW_PX = 92;
const CARD_PX = 76;
const COLUMN_PERCENT = 100 / STACK_STAGES.length;
const CARD_PERCENT = COLUMN_PERCENT * 0.82;

interface Props {
  parts: readonly StackPart[];
  steps: readonly RunbookStep[];
  verdicts: Verdicts;
  isAsking: boolean;
}

/** The way of telemetry from its sources to people, each part with what its checks say. */
export function StackFlow({ parts, steps, verdicts, isAsking }: Props) {
  const styles = useStyles2(getStyles);
  const flow = stackFlow(parts);
  const namesOf = ({ feeds = [] }: StackPart) => parts.filter(({ id }) => feeds.includes(id)).map(({ name }) => name);
  return (
    <div className={styles.scroll} role="region" aria-label="Flow of telemetry" tabIndex={0}>
      <div className={styles.heads} aria-hidden>
        {STACK_STAGES.map((stage) => (
          <span key={stage}>{STAGE_TITLES[stage]}</span>
        ))}
      </div>
      <div className={styles.flow} style={{ height: flow.rows * ROW_PX }}>
        <Edges flow={flow} steps={steps} verdicts={verdicts} />
        <ul className={styles.list}>
          {flow.parts.map((placed) => (
            <li key={placed.part.id} className={styles.place} style={placeOf(placed)}>
              <PartCard
                placed={placed}
                verdict={partVerdict(placed.part, steps, verdicts)}
                isAsking={isAsking}
                feeds={namesOf(placed.part)}
              />
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

interface CardProps {
  placed: PlacedPart;
  verdict: ReturnType<typeof partVerdict>;
  isAsking: boolean;
  feeds: readonly string[];
}

function PartCard({ placed: { part }, verdict, isAsking, feeds }: CardProps) {
  const styles = useStyles2(getStyles);
  const after = feeds.length > 0 && <span className={styles.spoken}>Hands on to {feeds.join(', ')}.</span>;
  if (verdict === 'not-measured') {
    return (
      <div className={cx(styles.card, styles.unmeasured)} title={part.description} data-part={part.id}>
        <span className={styles.name}>{part.name}</span>
        <span className={styles.faint}>
          <Icon name="minus-circle" size="sm" aria-hidden /> Not measured
        </span>
        <span className={styles.spoken}>{part.description}</span>
        {after}
      </div>
    );
  }
  return (
    <a
      href={`#step-${part.step}`}
      className={cx(styles.card, verdict === 'abnormal' && styles.abnormal)}
      title={part.description}
      data-part={part.id}
    >
      <span className={styles.name}>{part.name}</span>
      <VerdictBadge verdict={verdict ?? (isAsking ? 'asking' : undefined)} />
      {after}
    </a>
  );
}

/** Lines from card to card; those behind a part that is ill carry its colour. */
function Edges({ flow, steps, verdicts }: { flow: Flow } & Pick<Props, 'steps' | 'verdicts'>) {
  const styles = useStyles2(getStyles);
  return (
    <svg className={styles.edges} aria-hidden focusable="false">
      {flow.edges.map(({ from, to }) => (
        <line
          key={`${from.part.id} ${to.part.id}`}
          className={partVerdict(from.part, steps, verdicts) === 'abnormal' ? styles.illEdge : styles.edge}
          x1={`${from.column * COLUMN_PERCENT + CARD_PERCENT}%`}
          y1={middleOf(from)}
          x2={`${to.column * COLUMN_PERCENT}%`}
          y2={middleOf(to)}
        />
      ))}
    </svg>
  );
}

function middleOf({ row }: Place): number {
  return row * ROW_PX + ROW_PX / 2;
}

function placeOf(place: Place) {
  return {
    left: `${place.column * COLUMN_PERCENT}%`,
    top: middleOf(place) - CARD_PX / 2,
    width: `${CARD_PERCENT}%`,
    height: CARD_PX,
  };
}

const getStyles = (theme: GrafanaTheme2) => ({
  scroll: css({ overflowX: 'auto', '> *': { minWidth: 700 } }),
  heads: css({
    display: 'grid',
    gridTemplateColumns: `repeat(${STACK_STAGES.length}, 1fr)`,
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  flow: css({ position: 'relative' }),
  edges: css({ position: 'absolute', inset: 0, width: '100%', height: '100%' }),
  edge: css({ stroke: theme.colors.border.strong, strokeWidth: 1.5 }),
  illEdge: css({ stroke: theme.colors.error.border, strokeWidth: 2 }),
  list: css({ listStyle: 'none' }),
  place: css({ position: 'absolute' }),
  card: css({
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'center',
    gap: theme.spacing(0.25),
    height: '100%',
    padding: theme.spacing(0.5, 1),
    overflow: 'hidden',
    border: `1px solid ${theme.colors.border.medium}`,
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.secondary,
    'a&:hover': { background: theme.colors.emphasize(theme.colors.background.secondary, 0.03) },
  }),
  abnormal: css({ borderColor: theme.colors.error.border }),
  unmeasured: css({ borderStyle: 'dashed' }),
  name: css({ fontWeight: theme.typography.fontWeightMedium, lineHeight: 1.2 }),
  faint: css({ color: theme.colors.text.secondary, whiteSpace: 'nowrap' }),
  // For who hears the diagram: the lines say it to who sees it.
  spoken: css({ position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' }),
});
