import { type Span } from './types';

/** What a span does: an operation of a service. */
export interface Operation {
  serviceName: string;
  operationName: string;
}

/** Numbers operations in the order in which they are seen, so that comparing two is comparing two numbers. */
export class OperationIds {
  readonly operations: Operation[] = [];
  private readonly byService = new Map<string, Map<string, number>>();

  of({ serviceName, operationName }: Pick<Span, 'serviceName' | 'operationName'>): number {
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
