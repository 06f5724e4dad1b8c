import { type Series } from '../metrics/types';
import { type VersionSource } from './types';
import { deploysIn, versionExpression } from './versions';

const source: VersionSource = { metric: 'app_build_info', serviceLabel: 'service', versionLabel: 'version' };

/** A version of a service that ran at these minutes. */
function ran(service: string, version: string, ...minutes: number[]): Series {
  return {
    labels: { service, version },
    name: '',
    points: minutes.map((minute) => [minute * 60_000, 1]),
  };
}

const found = (...series: Series[]) =>
  deploysIn(series, 'shop', source).map(({ timeMs, service, from, to, isRollback }) => [
    timeMs / 60_000,
    `${service} ${from}>${to}${isRollback ? ' back' : ''}`,
  ]);

describe('versionExpression', () => {
  it('asks for one series a service and version, of one system', () => {
    expect(
      versionExpression('shop', {
        ...source,
        where: { stage: { not: 'test' } },
      })
    ).toBe('count by (service, version) (app_build_info{stage!="test",system="shop"})');
  });
});

describe('deploysIn', () => {
  it('finds the moment at which another version came, and the way back', () => {
    expect(found(ran('pay', '3.1', 0, 1, 4, 5), ran('pay', '3.2', 2, 3), ran('web', '5', 0, 1, 2, 3, 4, 5))).toEqual([
      [2, 'pay 3.1>3.2'],
      [4, 'pay 3.2>3.1 back'],
    ]);
  });

  it('counts a rollout over several instances once', () => {
    expect(found(ran('pay', '3.1', 0, 1, 2), ran('pay', '3.2', 1, 2, 3))).toEqual([[1, 'pay 3.1>3.2']]);
  });

  it('sees a rollout that was given up', () => {
    expect(found(ran('pay', '3.1', 0, 1, 2, 3), ran('pay', '3.2', 1, 2))).toEqual([
      [1, 'pay 3.1>3.2'],
      [3, 'pay 3.2>3.1 back'],
    ]);
  });

  it('takes neither the first sight nor a gap for a change', () => {
    expect(found(ran('pay', '3.1', 3, 4, 9, 10))).toEqual([]);
  });

  it('sees a change that happened in a gap', () => {
    expect(found(ran('pay', '3.1', 0, 1), ran('pay', '3.2', 9, 10))).toEqual([[9, 'pay 3.1>3.2']]);
  });

  it('orders the services by time', () => {
    expect(found(ran('a', '1', 0, 1, 2), ran('a', '2', 3), ran('b', '1', 0), ran('b', '2', 1))).toEqual([
      [1, 'b 1>2'],
      [3, 'a 1>2'],
    ]);
  });
});
