import {
  CoreApp,
  DataTopic,
  LoadingState,
  toDataFrame,
  type DataFrame,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceApi,
  type PanelData,
} from '@grafana/data';
import { toDataQueryError } from '@grafana/runtime';
import { catchError, defer, from, map, merge, of, share, takeUntil, timer, type Observable } from 'rxjs';

/** Grafana shows a panel as loading only when an answer takes longer than this. */
const LOADING_AFTER_MS = 200;

function isAnnotation(frame: DataFrame): boolean {
  return frame.meta?.dataTopic === DataTopic.Annotations;
}

function toPanelData(request: DataQueryRequest, packets: ReadonlyMap<string, DataQueryResponse>): PanelData {
  const all = [...packets.values()];
  const frames = all.flatMap((packet) => packet.data.map((frame) => toDataFrame(frame)));
  const failed = all.filter((packet) => packet.error ?? packet.errors?.length);
  return {
    state: failed.length > 0 ? LoadingState.Error : (all.at(-1)?.state ?? LoadingState.Done),
    series: frames.filter((frame) => !isAnnotation(frame)),
    annotations: frames.filter(isAnnotation),
    ...(failed.length > 0 ? { error: failed.at(-1)?.error, errors: failed.at(-1)?.errors } : {}),
    request,
    timeRange: request.range,
  };
}

/** Runs one data source's queries: packets of one key replace each other, errors become data, a slow answer shows as loading. */
export function runRequest(
  dataSource: DataSourceApi,
  request: DataQueryRequest,
  queryFunction?: DataSourceApi['query']
): Observable<PanelData> {
  const loading: PanelData = { state: LoadingState.Loading, series: [], request, timeRange: request.range };
  request.targets = request.targets
    .map((target) =>
      target.refId && Object.keys(target).length > 1
        ? target
        : { ...dataSource.getDefaultQuery?.(CoreApp.PanelEditor), ...target }
    )
    .filter((target) => queryFunction !== undefined || (dataSource.filterQuery?.(target) ?? true));
  if (request.targets.length === 0) {
    return of({ ...loading, state: LoadingState.Done });
  }
  const packets = new Map<string, DataQueryResponse>();
  const hidden = new Set(request.targets.filter((target) => target.hide).map((target) => target.refId));
  const answers = defer(() => from(queryFunction ? queryFunction(request) : dataSource.query(request))).pipe(
    map((packet) => {
      request.endTime = Date.now();
      packets.set(packet.key ?? 'A', {
        ...packet,
        data: packet.data.filter((frame: DataFrame) => !hidden.has(frame.refId ?? '')),
      });
      return toPanelData(request, packets);
    }),
    catchError((error: unknown) => of({ ...loading, state: LoadingState.Error, error: toDataQueryError(error) })),
    share()
  );
  return merge(
    timer(LOADING_AFTER_MS).pipe(
      map(() => loading),
      takeUntil(answers)
    ),
    answers
  );
}
