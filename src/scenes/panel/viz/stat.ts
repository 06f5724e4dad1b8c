import { PanelBuilders, type VizPanel } from '@grafana/scenes';
import { BigValueGraphMode, BigValueTextMode } from '@grafana/schema';
import { ValueState } from '../ValueState';
import { dress, lastValue, type Look, upOrDown, valueColour } from './look';

/** One number, or a few, large; with the state in a word when there is one number with thresholds. */
export function statPanel(look: Look): VizPanel {
  const panel = dress(PanelBuilders.stat(), look)
    .setColor(valueColour(look))
    .setMappings(upOrDown(look))
    .setOption('graphMode', BigValueGraphMode.Area)
    .setOption('textMode', look.several ? BigValueTextMode.ValueAndName : BigValueTextMode.Value)
    .setOption('reduceOptions', lastValue)
    .build();
  if (look.bounded && !look.several) {
    // The state takes the place of the information icon, and tells what that would: a title needs the room.
    panel.setState({
      titleItems: [new ValueState(look.queries[0]?.signal ?? {}, look.panel, look.description)],
      description: undefined,
    });
  }
  return panel;
}
