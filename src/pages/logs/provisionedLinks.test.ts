/** @jest-environment node */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { builtInSystems } from '../../catalog';

interface Provisioned {
  datasources: Array<{ uid: string; jsonData: Record<string, unknown> }>;
}

const { datasources } = parse(readFileSync('provisioning/datasources/watchkeeper.yaml', 'utf8')) as Provisioned;
const settingsOf = (uid: string) => datasources.find((one) => one.uid === uid)?.jsonData;
const traceIdFields = new Set(
  builtInSystems.flatMap(({ logSchemas = [] }) => logSchemas.flatMap(({ fields }) => fields.traceId ?? []))
);

describe('the provisioned data sources lead to one another', () => {
  it('from every trace id field of a log line to its trace', () => {
    expect(settingsOf('elasticsearch')?.dataLinks).toEqual(
      expect.arrayContaining(
        [...traceIdFields].map((field) => ({ field, url: '$${__value.raw}', datasourceUid: 'jaeger' }))
      )
    );
  });

  it('from a span to its lines in every schema, and to the metrics of its operation', () => {
    const { query } = settingsOf('jaeger')?.tracesToLogsV2 as { query: string };
    for (const field of traceIdFields) {
      expect(query).toContain(`${field}:"$\${__trace.traceId}"`);
    }
    expect(settingsOf('jaeger')).toMatchObject({
      tracesToLogsV2: { datasourceUid: 'elasticsearch', customQuery: true },
      tracesToMetrics: { datasourceUid: 'prometheus', tags: [{ key: 'service.name', value: 'service_name' }] },
    });
  });

  it('from an exemplar to its trace', () => {
    expect(settingsOf('prometheus')?.exemplarTraceIdDestinations).toEqual([
      { name: 'trace_id', datasourceUid: 'jaeger' },
    ]);
  });
});
