import { css } from '@emotion/css';
import { type DataFrame, type GrafanaTheme2, LoadingState } from '@grafana/data';
import { type SceneComponentProps, sceneGraph, SceneObjectBase, type SceneObjectState } from '@grafana/scenes';
import { useStyles2 } from '@grafana/ui';
import { DifferenceText } from '../../components/DifferenceText';
import { type Difference, differenceOf, differenceWords } from '../../domain/changes/difference';
import { type Direction } from '../../domain/signals/types';
import { chosenComparison } from '../variables/compare';
import { isEarlier, lastNumber, seriesKey, valueField } from './earlier';

interface ComparedValueState extends SceneObjectState {
  unit: string;
  direction: Direction | undefined;
}

/** Under a number: how it stands to the same number at the time that the page is compared with. */
export class ComparedValue extends SceneObjectBase<ComparedValueState> {
  static Component = ComparedValueRenderer;
}

interface NamedDifference {
  name: string;
  difference: Difference;
}

/** The differences of all values that have an earlier one, in the order of the values. */
export function differencesIn(
  frames: readonly DataFrame[],
  judged: Pick<ComparedValueState, 'unit' | 'direction'>
): NamedDifference[] {
  const earlier = new Map(frames.filter(isEarlier).map((frame) => [seriesKey(frame), lastNumber(frame)]));
  return frames.flatMap((frame) => {
    const before = isEarlier(frame) ? undefined : earlier.get(seriesKey(frame));
    const difference = differenceOf(lastNumber(frame), before, judged);
    return difference ? [{ name: valueField(frame)?.config.displayNameFromDS ?? '', difference }] : [];
  });
}

function ComparedValueRenderer({ model }: SceneComponentProps<ComparedValue>) {
  const judged = model.useState();
  const { data } = sceneGraph.getData(model).useState();
  const styles = useStyles2(getStyles);
  const than = chosenComparison(model)?.than;
  if (than === undefined || data?.state !== LoadingState.Done || data.series.length === 0) {
    return null;
  }
  const differences = differencesIn(data.series, judged);
  const words = differences.map(({ name, difference }) => `${name}: ${differenceWords(difference, than)}`);
  const [first, ...more] = differences;
  return (
    <div className={styles.line} title={more.length > 0 ? words.join('\n') : undefined}>
      {!first && `no data ${than}`}
      {first && more.length === 0 && <DifferenceText difference={first.difference} than={than} />}
      {more.length > 0 &&
        differences.map(({ name, difference }) => (
          <span key={name} className={styles.one}>
            {name} <DifferenceText difference={difference} />
          </span>
        ))}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  line: css({
    position: 'absolute',
    insetInline: theme.spacing(1),
    bottom: theme.spacing(0.5),
    display: 'flex',
    justifyContent: 'safe center',
    gap: theme.spacing(0, 1.5),
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    // The sparkline behind it must not make it unreadable.
    textShadow: `0 0 4px ${theme.colors.background.primary}, 0 0 4px ${theme.colors.background.primary}`,
    overflow: 'hidden',
    textAlign: 'center',
    lineHeight: 1.2,
    // Two lines rather than a cut sentence.
    whiteSpace: 'normal',
    '& span': { whiteSpace: 'inherit' },
  }),
  one: css({ flexShrink: 0 }),
});
