/** @jest-environment node */
import { OwnMetrics } from './own-metrics';

const sent = async (own: OwnMetrics) =>
  (await own.text()).split('\n').filter((line) => line.startsWith('watchkeeper_telemetry_sent_total'));

test('counts what arrived and what was refused, by store', async () => {
  const own = new OwnMetrics(['elasticsearch', 'jaeger']);
  await own.delivery('elasticsearch', 40, () => Promise.resolve());
  await expect(own.delivery('jaeger', 5, () => Promise.reject(new Error('away')))).rejects.toThrow('away');
  await own.delivery('jaeger', 0, () => Promise.resolve());
  expect(await sent(own)).toEqual([
    'watchkeeper_telemetry_sent_total{store="elasticsearch",result="accepted"} 40',
    'watchkeeper_telemetry_sent_total{store="elasticsearch",result="failed"} 0',
    'watchkeeper_telemetry_sent_total{store="jaeger",result="accepted"} 0',
    'watchkeeper_telemetry_sent_total{store="jaeger",result="failed"} 5',
  ]);
  expect(await own.text()).toContain('watchkeeper_telemetry_send_duration_seconds_count{store="jaeger"} 1');
});
