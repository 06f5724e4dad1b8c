import { useTheme2 } from '@grafana/ui';
import { type Alert } from '../../domain/alerts/types';
import { historyKey, type Spells, spellsInWords } from '../../domain/alerts/firingHistory';
import { severityRank } from '../../domain/alerts/urgency';
import { type History } from '../../scenes/oncall/FiringHistory';

interface Props {
  alert: Alert;
  history: History | undefined;
}

const WIDTH_PX = 72;
const HEIGHT_PX = 12;
const NONE: Spells = [];

/** When the alert, or others of its name at its service, fired in the last 24 hours; the same in words for who cannot see it. */
export function HistoryStrip({ alert, history }: Props) {
  const theme = useTheme2();
  if (alert.source.kind === 'grafana') {
    return <span title="Grafana writes no series of the state of its own rules">not recorded</span>;
  }
  if (!history?.names.has(alert.name)) {
    return null;
  }
  const { fromMs, toMs } = history.window;
  const spells = history.spells.get(historyKey(alert)) ?? NONE;
  const { error, warning, info } = theme.colors;
  const colour = [error.main, error.main, warning.main][severityRank(alert.severity)] ?? info.main;
  const words = spellsInWords(spells);
  const x = (timeMs: number) => ((timeMs - fromMs) / (toMs - fromMs)) * WIDTH_PX;
  return (
    <svg width={WIDTH_PX} height={HEIGHT_PX} role="img" aria-label={words}>
      <title>{words}</title>
      <rect y={HEIGHT_PX / 2} width={WIDTH_PX} height={1} fill={theme.colors.border.medium} />
      {spells.map(([from, to]) => (
        <rect key={from} x={x(from)} width={Math.max(1, x(to) - x(from))} height={HEIGHT_PX} fill={colour} />
      ))}
    </svg>
  );
}
