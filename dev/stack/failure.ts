/** Something the user can act on: shown as its message alone, without a stack trace. */
export class StackFailure extends Error {
  override name = 'StackFailure';
}

/** The readable part of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
