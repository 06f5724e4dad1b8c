import { escapeString } from '../promql/matchers';
import { defaultTiers } from '../slo/burnRateTiers';
import { type FreeformSli, type Slo } from '../slo/types';
import { type Counted, countedTemplate, failuresOf, ratioOf } from './counting';
import { type Cursor } from './cursor';
import { idOf, titleOf } from './names';
import { percentTarget } from './target';
import { type ImportedObjective, type ImportOptions } from './types';

/** Sloth's own default; another period is an option of its command line and does not stand in the file. */
const WINDOW_DAYS = 30;

/** The keys of the plain file and of the Kubernetes resource. */
interface Spelling {
  raw: string;
  errorRatio: string;
  events: { error: string; total: string };
  page: string;
  ticket: string;
}
const PLAIN: Spelling = {
  raw: 'raw',
  errorRatio: 'error_ratio_query',
  events: { error: 'error_query', total: 'total_query' },
  page: 'page_alert',
  ticket: 'ticket_alert',
};
const RESOURCE: Spelling = {
  raw: 'raw',
  errorRatio: 'errorRatioQuery',
  events: { error: 'errorQuery', total: 'totalQuery' },
  page: 'pageAlert',
  ticket: 'ticketAlert',
};

export function isSloth(document: Cursor): boolean {
  return (
    /^prometheus\/v1$/.test(stringAt(document, 'version')) ||
    /^sloth\.slok\.dev\//.test(stringAt(document, 'apiVersion'))
  );
}

function stringAt(cursor: Cursor, key: string): string {
  return cursor.keys().includes(key) ? (cursor.get(key).text() ?? '') : '';
}

/** The objectives of a Sloth file, `prometheus/v1`, or of a `PrometheusServiceLevel`. */
export function readSloth(document: Cursor, options: ImportOptions): ImportedObjective[] {
  const isResource = document.get('spec').exists;
  const spec = isResource ? document.get('spec') : document;
  if (isResource) {
    document.warnUnknown(['apiVersion', 'kind', 'metadata', 'spec']);
  }
  spec.warnUnknown(isResource ? ['service', 'labels', 'slos'] : ['version', 'service', 'labels', 'slos']);
  const serviceName = spec.get('service').requiredText();
  const slos = spec.get('slos');
  if (!slos.exists) {
    slos.error('is missing');
  }
  const team = labelText(spec.get('labels'), ['owner', 'team']);
  return slos.items().flatMap((slo) => readSlo(slo, serviceName, isResource ? RESOURCE : PLAIN, options, team) ?? []);
}

function labelText(labels: Cursor, names: readonly string[]): string | undefined {
  const name = names.find((one) => labels.keys().includes(one));
  return name === undefined ? undefined : labels.get(name).text();
}

function readSlo(
  slo: Cursor,
  serviceName: string | undefined,
  spelling: Spelling,
  options: ImportOptions,
  team: string | undefined
): ImportedObjective | undefined {
  slo.warnUnknown(['name', 'objective', 'description', 'labels', 'sli', 'alerting']);
  const name = slo.get('name').requiredText();
  const targetRatio = percentTarget(slo.get('objective'));
  const sli = readSli(slo.get('sli'), spelling, { serviceName, name }, options);
  const tiers = readAlerting(slo.get('alerting'), spelling);
  if (name === undefined || serviceName === undefined || targetRatio === undefined || sli === undefined) {
    return undefined;
  }
  const description = slo.get('description').text();
  return {
    format: 'sloth',
    line: slo.position.line,
    serviceName,
    team,
    slo: {
      id: idOf(`${serviceName}-${name}`),
      title: titleOf(`${serviceName} ${name}`),
      ...(description ? { description } : {}),
      service: idOf(serviceName),
      sli,
      targetRatio,
      windowDays: WINDOW_DAYS,
      ...tiers,
    },
  };
}

function readSli(
  sli: Cursor,
  { raw, errorRatio, events }: Spelling,
  { serviceName, name }: { serviceName: string | undefined; name: string | undefined },
  { measure }: ImportOptions
): FreeformSli | undefined {
  if (!sli.exists) {
    sli.error('is missing');
    return undefined;
  }
  if (sli.get('plugin').exists) {
    if (measure === 'metrics') {
      sli
        .get('plugin')
        .error('cannot be imported: plugins run inside Sloth; read its recordings, or write the queries');
      return undefined;
    }
  } else {
    sli.warnUnknown([raw, 'events']);
  }
  if (measure === 'recordings') {
    const id = escapeString(`${serviceName ?? ''}-${name ?? ''}`);
    return ratioOf(`max(slo:sli_error:ratio_rate$window{sloth_id="${id}"})`);
  }
  const ratio = sli.get(raw).get(errorRatio);
  if (sli.get(raw).exists) {
    const counted = used(ratio, countedTemplate);
    ratio.warn('is a ratio: it weighs every moment alike, however many events it has');
    return counted === undefined ? undefined : ratioOf(asRate(counted));
  }
  if (!sli.get('events').exists) {
    sli.error('must have events or raw');
    return undefined;
  }
  sli.get('events').warnUnknown([events.error, events.total]);
  const bad = used(sli.get('events').get(events.error), countedTemplate);
  const total = used(sli.get('events').get(events.total), countedTemplate);
  return bad === undefined || total === undefined ? undefined : failuresOf(total, bad);
}

/** A ratio needs no counts, and reads as its author wrote it. */
function asRate(expr: string): string {
  return expr.replaceAll('increase(', 'rate(');
}

/** Reads a query and says what is wrong or different with it. */
export function used(cursor: Cursor, read: (query: string) => Counted): string | undefined {
  const query = cursor.requiredText();
  if (query === undefined) {
    return undefined;
  }
  const counted = read(query);
  if (!counted.ok) {
    cursor.error(counted.message);
    return undefined;
  }
  if (counted.note) {
    cursor.warn(counted.note);
  }
  return counted.expr;
}

function readAlerting(alerting: Cursor, { page, ticket }: Spelling): Pick<Slo, 'burnRateTiers'> {
  if (!alerting.exists) {
    return {};
  }
  alerting.warnUnknown(['name', page, ticket]);
  const withoutPages = alerting.get(page).get('disable').flag();
  const withoutTickets = alerting.get(ticket).get('disable').flag();
  for (const one of [page, ticket]) {
    alerting.get(one).warnUnknown(['disable']);
  }
  if (!withoutPages && !withoutTickets) {
    return {};
  }
  return {
    burnRateTiers: defaultTiers(WINDOW_DAYS).filter(({ severity }) =>
      severity === 'critical' ? !withoutPages : !withoutTickets
    ),
  };
}
