import { ThresholdsMode } from '@grafana/data';
import { PanelBuilders, SceneQueryRunner, type VizPanel } from '@grafana/scenes';
import { GraphThresholdsStyleMode } from '@grafana/schema';
import { levelExpression } from '../../../domain/rules/eventExpressions';
import { type LevelSli } from '../../../domain/slo/types';
import { METRICS_DATA_SOURCE } from '../../../scenes/variables/dataSources';

const MIN_STEP = '75s';

/** The measurement of a level objective against its bounds, over the page's time range. */
export function levelPanel(system: string, sli: LevelSli): VizPanel {
  const isUpper = sli.op === '<' || sli.op === '<=';
  const bounds = [
    { value: sli.bound, color: 'orange' },
    ...(sli.criticalBound === undefined ? [] : [{ value: sli.criticalBound, color: 'red' }]),
  ].sort((a, b) => a.value - b.value);
  const [worst, ...milder] = [...bounds].map(({ color }) => color);
  const steps = isUpper
    ? [{ value: -Infinity, color: 'green' }, ...bounds]
    : [
        { value: -Infinity, color: worst ?? 'orange' },
        ...bounds.map(({ value }, index) => ({ value, color: milder[index] ?? 'green' })),
      ];
  return PanelBuilders.timeseries()
    .setTitle(sli.signal.title)
    .setDescription(`It has to be ${sli.op} ${sli.bound}.`)
    .setUnit(sli.signal.unit)
    .setData(
      new SceneQueryRunner({
        datasource: METRICS_DATA_SOURCE,
        queries: [
          {
            refId: 'A',
            expr: levelExpression(sli, { system }, '5m'),
            legendFormat: sli.signal.title,
            interval: MIN_STEP,
            range: true,
          },
        ],
      })
    )
    .setThresholds({ mode: ThresholdsMode.Absolute, steps })
    .setCustomFieldConfig('thresholdsStyle', { mode: GraphThresholdsStyleMode.Dashed })
    .setCustomFieldConfig('axisSoftMin', 0)
    .setCustomFieldConfig('axisSoftMax', sli.bound)
    .build();
}
