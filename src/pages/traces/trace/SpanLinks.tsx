import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { LinkButton, useStyles2 } from '@grafana/ui';
import { useLocation } from 'react-router-dom';
import { isPage, pageUrl, searchAt, tracesUrl } from '../../../app/navigation';
import { type System } from '../../../catalog/types';
import { fieldEquals } from '../../../domain/logs/lucene';
import { type SpanNode, type TraceTree } from '../../../domain/traces/tree';
import { exploreUrl, logsExploreQuery } from '../../../scenes/panel/explore';
import { logsDataSource } from '../../../scenes/variables/dataSources';
import { catalogService } from '../logSources';
import { type TraceLogs } from '../TraceLogs';

interface Props {
  node: SpanNode;
  tree: TraceTree;
  logs: TraceLogs;
  systems: readonly System[];
}

/** Around the span: metrics need some minutes to show a shape. */
const METRICS_AROUND_MS = 15 * 60_000;
const LOGS_AROUND_MS = 60_000;

/** From a span to the metrics of its service at that time, its runbooks, traces alike, and its lines in Explore. */
export function SpanLinks({ node, tree, logs, systems }: Props) {
  const styles = useStyles2(getStyles);
  const { search } = useLocation();
  const { span, startUs, endUs } = node;
  const known = catalogService(systems, span);
  const [fromMs, toMs] = [tree.startTimeMs + startUs / 1000, tree.startTimeMs + endUs / 1000];
  const around = (ms: number) => ({ fromMs: fromMs - ms, toMs: toMs + ms });
  const at = searchAt(search, around(METRICS_AROUND_MS));
  const alike = tracesUrl({ service: span.serviceName, operation: span.operationName }, at);
  const spanFields = known?.system.logSchemas?.[0]?.fields.spanId ?? ['span_id'];
  const explore = exploreUrl(
    logsDataSource(logs),
    logsExploreQuery(spanFields.map((field) => fieldEquals(field, span.spanId)).join(' OR ')),
    around(LOGS_AROUND_MS)
  );
  const runbooks = (known?.system.alerts ?? []).filter(
    ({ service, runbook }) => service === known?.service.id && runbook !== undefined
  );
  const runbookIds = [...new Set(runbooks.map(({ runbook }) => runbook))];
  return (
    <div className={styles.links}>
      {known && (
        <>
          <LinkButton
            size="sm"
            variant="secondary"
            icon="chart-line"
            href={pageUrl('services', [known.system.id, known.service.id], at)}
          >
            Metrics at that time
          </LinkButton>
          <LinkButton
            size="sm"
            variant="secondary"
            icon="list-ul"
            href={withParams(pageUrl('services', [known.system.id, known.service.id, 'operations'], at), {
              operation: span.operationName,
            })}
          >
            Operations
          </LinkButton>
        </>
      )}
      <LinkButton size="sm" variant="secondary" icon="search" href={alike}>
        Traces like this
      </LinkButton>
      {isPage('runbooks') &&
        known &&
        runbookIds.map((id) =>
          id === undefined ? null : (
            <LinkButton
              key={id}
              size="sm"
              variant="secondary"
              icon="book-open"
              href={pageUrl('runbooks', [known.system.id, id], search)}
            >
              {known.system.runbooks?.find((runbook) => runbook.id === id)?.title ?? 'Runbook'}
            </LinkButton>
          )
        )}
      {explore && (
        <LinkButton size="sm" variant="secondary" icon="compass" href={explore}>
          Explore logs of the span
        </LinkButton>
      )}
    </div>
  );
}

function withParams(url: string, params: Record<string, string>): string {
  return `${url}${url.includes('?') ? '&' : '?'}${new URLSearchParams(params).toString()}`;
}

const getStyles = (theme: GrafanaTheme2) => ({
  links: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) }),
});
