import { tableOf } from './spanSummary';
import { type Span } from './types';

/** What a span does: an operation of a service. A database's operation stands with its table (`db.select users`). */
export interface Operation {
  serviceName: string;
  operationName: string;
}

type Named = Pick<Span, 'serviceName' | 'operationName' | 'tags'>;

/** Numbers operations in the order in which they are seen, so that comparing two is comparing two numbers. */
export class OperationIds {
  readonly operations: Operation[] = [];
  private readonly byService = new Map<string, Map<string, number>>();

  of(span: Named): number {
    const table = tableOf(span);
    const operationName = table === undefined ? span.operationName : `${span.operationName} ${table}`;
    return this.named({ serviceName: span.serviceName, operationName });
  }

  named({ serviceName, operationName }: Operation): number {
    let ids = this.byService.get(serviceName);
    if (!ids) {
      ids = new Map();
      this.byService.set(serviceName, ids);
    }
    const known = ids.get(operationName);
    if (known !== undefined) {
      return known;
    }
    ids.set(operationName, this.operations.length);
    return this.operations.push({ serviceName, operationName }) - 1;
  }
}
