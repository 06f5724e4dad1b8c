/** @jest-environment node */
import { recordingServer, type RecordingServer } from '../testing/recording-server';
import { shop, SHOP_ANCHOR_MS } from '../testing/shop';
import type { OutgoingLog } from '../traffic/traffic';
import { indexTemplates, logDocument, LogSender } from './elasticsearch';

const systems = [shop()];
const line: OutgoingLog = {
  system: 'enis',
  id: 'id-1',
  log: {
    schema: 'shop',
    service: 'shop',
    level: 'info',
    message: 'bought',
    tMs: SHOP_ANCHOR_MS,
    traceId: 'abc',
    version: '1.0.0',
  },
};

describe('logDocument', () => {
  it('adds @timestamp to the document of the schema', () => {
    expect(logDocument(systems, line)).toEqual({
      index: 'shop-logs',
      id: 'id-1',
      document: { '@timestamp': '2025-10-15T15:00:00.000Z', msg: 'bought', level: 'info', trace: 'abc' },
    });
  });
  it('names a schema that nobody declared', () => {
    expect(() => logDocument(systems, { ...line, log: { ...line.log, schema: 'x' } })).toThrow(
      'enis: a log line names schema "x", which is not declared.'
    );
  });
});

describe('indexTemplates', () => {
  it('has one template for each pattern, the longer one first in line', () => {
    const [schema] = systems[0]!.logSchemas;
    const other = { ...schema!, id: 'b', properties: { n: { type: 'long' } } };
    const longer = { ...schema!, id: 'c', indexPattern: 'shop-special-*' };
    const templates = indexTemplates([{ ...systems[0]!, logSchemas: [schema!, other, longer] }]);
    expect(Object.keys(templates)).toEqual(['watchkeeper-shop', 'watchkeeper-shop-special']);
    expect(templates['watchkeeper-shop']).toMatchObject({
      index_patterns: ['shop-*'],
      template: {
        mappings: { properties: { msg: { type: 'text' }, n: { type: 'long' }, '@timestamp': { type: 'date' } } },
      },
    });
    expect(Number(templates['watchkeeper-shop-special']!.priority)).toBeGreaterThan(
      Number(templates['watchkeeper-shop']!.priority)
    );
  });
});

describe('LogSender', () => {
  let server: RecordingServer;
  beforeEach(async () => {
    server = await recordingServer();
  });
  afterEach(() => server.close());

  it('writes documents in bulk, under their own ids', async () => {
    server.answer(200, { errors: false });
    const sender = new LogSender(systems, server.url);
    sender.add([line, { ...line, id: 'id-2' }]);
    expect(sender.pendingCount).toBe(2);
    await sender.flush();
    expect(sender.sentCount).toBe(2);
    expect(sender.pendingCount).toBe(0);
    const [request] = server.requests;
    expect(request).toMatchObject({ method: 'POST', path: '/_bulk', contentType: 'application/x-ndjson' });
    const lines = request!.body
      .toString('utf8')
      .trimEnd()
      .split('\n')
      .map((text): unknown => JSON.parse(text));
    expect(lines[0]).toEqual({ index: { _index: 'shop-logs', _id: 'id-1' } });
    expect(lines[1]).toMatchObject({ msg: 'bought' });
    expect(lines[2]).toEqual({ index: { _index: 'shop-logs', _id: 'id-2' } });
  });

  it('puts the templates', async () => {
    server.answer(200, {});
    await new LogSender(systems, server.url).putTemplates();
    expect(server.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'PUT /_index_template/watchkeeper-shop',
    ]);
  });

  it.each([
    [
      200,
      { errors: true, items: [{ index: { status: 201 } }, { index: { error: { reason: 'mapper' } } }] },
      'refused log documents: {"reason":"mapper"}',
    ],
    [503, { error: 'busy' }, 'Elasticsearch answered 503 to POST /_bulk: {"error":"busy"}'],
  ])('passes on an error in answer %d', async (status, body, message) => {
    server.answer(status, body);
    const sender = new LogSender(systems, server.url);
    sender.add([line]);
    await expect(sender.flush()).rejects.toThrow(message);
    expect(sender.sentCount).toBe(0);
  });
});
