import { ScenarioWorld } from '../engine/world';
import { SHOP_ANCHOR_MS, shop } from '../testing/shop';
import { targetInfo } from './target-info';

describe('targetInfo', () => {
  const system = {
    ...shop(),
    services: [{ name: 'shop', resource: { 'deployment.environment': 'test' } }],
  };
  const world = new ScenarioWorld(1, SHOP_ANCHOR_MS, [system]);
  const metric = targetInfo(system, {
    job: 'span-metrics',
    instance: 'collector',
  });
  const running = (minutesBeforeEnd: number) =>
    metric.kind === 'gauge'
      ? metric.series
          .filter(({ present }) => present?.(SHOP_ANCHOR_MS - minutesBeforeEnd * 60_000, world))
          .map(({ labels }) => labels)
      : [];

  it('shows the version that runs, with the resource’s attributes', () => {
    // The shop deploys version 2 three minutes before the end.
    expect(running(4)).toEqual([
      {
        service_name: 'shop',
        service_version: '1.0.0',
        deployment_environment: 'test',
      },
    ]);
    expect(running(2)).toEqual([
      {
        service_name: 'shop',
        service_version: '2',
        deployment_environment: 'test',
      },
    ]);
  });
});
