import lodash from 'lodash';
import { oneOf } from '../kit/compose';
import type { OperationModel, TimeMs, World } from '../model';

/**
 * Operations of one service, name and kind as one: statements on different tables are all spans `db.SELECT`.
 * Errors and latency are those of the mixture, by the rates of the moment.
 */
export function mergeOperations(operations: readonly OperationModel[]): OperationModel[] {
  const groups = lodash.groupBy(operations, ({ service, name, kind }) => `${service}\u0000${name}\u0000${kind}`);
  return Object.values(groups).map((parts) => (parts.length === 1 ? parts[0]! : merged(parts)));
}

function merged(parts: readonly OperationModel[]): OperationModel {
  const ratePerSecond = (tMs: TimeMs, world: World): number =>
    lodash.sumBy(parts, (part) => part.ratePerSecond(tMs, world));
  const mixture = (tMs: TimeMs, world: World) => {
    const total = ratePerSecond(tMs, world);
    const share = (part: OperationModel): number =>
      total === 0 ? 1 / parts.length : part.ratePerSecond(tMs, world) / total;
    return oneOf(parts.map((part) => [part, share(part)] as const));
  };
  return {
    ...parts[0]!,
    ratePerSecond,
    errorRatio: (tMs, world) => mixture(tMs, world).errorRatio(tMs, world),
    latencyMs: (tMs, world) => mixture(tMs, world).latencyMs(tMs, world),
  };
}
