import { type Failure, failure } from '../../datasources/result';

/** The answer of nobody. */
export function noTracesDataSource(): Failure {
  return failure({ kind: 'not-configured', message: 'Grafana has no Jaeger data source, so there are no traces.' });
}
