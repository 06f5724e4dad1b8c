import { classifyHttp, classifyRef, unexpected } from './classify';
import { type DataSourceError, type ErrorContext } from './errors';

/** The parts of Grafana's `DataQueryError` (errors of a SceneQueryRunner) that tell what happened. */
export interface PanelQueryError {
  message?: string | undefined;
  status?: number | undefined;
  refId?: string | undefined;
  data?: { message?: string | undefined; error?: string | undefined } | undefined;
}

/**
 * Classifies an error of a panel's query, so that panels and imperative calls show the same states.
 * Grafana joins HTTP failures and errors of one refId in this type: a refId's has a refId.
 */
export function classifyPanelError(error: PanelQueryError, context: ErrorContext = {}): DataSourceError {
  const text = error.data?.message ?? error.data?.error ?? error.message ?? '';
  const full = { ...context, refId: error.refId ?? context.refId };
  if (error.refId !== undefined) {
    return classifyRef({ error: text, status: error.status }, full);
  }
  return error.status === undefined && text === ''
    ? unexpected('', full, error)
    : classifyHttp({ status: error.status ?? 500, body: { message: text } }, full);
}
