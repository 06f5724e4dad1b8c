import { type DataFrame, DataTopic, type Field } from '@grafana/data';
import { config, locationService } from '@grafana/runtime';
import { type CustomTransformerDefinition } from '@grafana/scenes';
import { map, type Observable } from 'rxjs';
import { isPage, pagePath, sharedSearch } from '../../app/navigation';
import { aliasesOf, panelService } from '../../catalog/serviceNames';
import { type Panel, type System } from '../../catalog/types';
import { TRACE_ID_LABELS } from '../../datasources/prometheus';
import { concerns, type Place } from '../../domain/changes/order';
import { onlyMarks } from './changesFrame';
import { thinExemplars } from './thinExemplars';

/** Keeps the marks that concern a panel, and as many exemplars as can be pointed at, which lead to the app's trace page. */
export function panelMarks(panel: Panel, system: System): CustomTransformerDefinition {
  const service = panelService(panel, system);
  const place: Place = { system: system.id, service: service?.id, aliases: service && aliasesOf(service) };
  const operator = () => (source: Observable<DataFrame[]>) =>
    source.pipe(
      map((frames) =>
        frames.map((frame) => withTraceLinks(onlyMarks(frame, (what) => concerns(what, place), config.theme2)))
      )
    );
  return { operator, topic: DataTopic.Annotations };
}

function withTraceLinks(frame: DataFrame): DataFrame {
  if (frame.meta?.custom?.['resultType'] !== 'exemplar') {
    return frame;
  }
  const thinned = thinExemplars(frame);
  return isPage('traces') ? { ...thinned, fields: thinned.fields.map(linked) } : thinned;
}

function linked(field: Field): Field {
  if (!TRACE_ID_LABELS.includes(field.name)) {
    return field;
  }
  const search = sharedSearch(locationService.getSearch().toString());
  // Grafana fills in the id of the exemplar that is clicked.
  const url = `${pagePath('traces')}/\${__value.raw}${search === '' ? '' : `?${search}`}`;
  return { ...field, config: { ...field.config, links: [{ title: 'Open trace', url }] } };
}
