import { isMap, isScalar, isSeq, type LineCounter, type Node, type Pair } from 'yaml';
import { type ImportMessage } from './types';

/** Collects what there is to say about a file. */
export type Messages = ImportMessage[];

/** A place in a YAML document: reads what stands there, and reports what is wrong with it by its line. */
export class Cursor {
  constructor(
    private readonly node: unknown,
    readonly path: string,
    private readonly lines: LineCounter,
    private readonly messages: Messages,
    /** Where a missing value is reported: at its parent. */
    private readonly offset: number
  ) {}

  get exists(): boolean {
    return this.node !== undefined && this.node !== null && !(isScalar(this.node) && this.node.value === null);
  }

  get position(): { line: number; column: number } {
    const { line, col } = this.lines.linePos(this.offset);
    return { line, column: col };
  }

  /** The value under a key; a cursor that does not exist when there is none. */
  get(key: string): Cursor {
    const pair = isMap(this.node) ? this.node.items.find((item) => keyOf(item) === key) : undefined;
    const path = this.path ? `${this.path}.${key}` : key;
    const value = pair?.value as Node | null | undefined;
    const start = (value ?? (pair?.key as Node | undefined))?.range?.[0];
    return new Cursor(value, path, this.lines, this.messages, start ?? this.offset);
  }

  keys(): string[] {
    return isMap(this.node) ? this.node.items.map(keyOf) : [];
  }

  /** The entries of a list; none when it is not there. */
  items(): Cursor[] {
    if (!isSeq(this.node)) {
      if (this.exists) {
        this.error('must be a list');
      }
      return [];
    }
    return this.node.items.map(
      (item, index) =>
        new Cursor(
          item,
          `${this.path}[${index}]`,
          this.lines,
          this.messages,
          (item as Node | null)?.range?.[0] ?? this.offset
        )
    );
  }

  /** A text that is not empty, or `undefined`; numbers are texts too. Reports anything else. */
  text(): string | undefined {
    const value = this.scalar();
    if (typeof value === 'string' || typeof value === 'number') {
      return String(value).trim() || undefined;
    }
    if (this.exists) {
      this.error('must be a text');
    }
    return undefined;
  }

  /** As `text`, and reports when it is missing. */
  requiredText(): string | undefined {
    const text = this.text();
    if (text === undefined && !(this.exists && this.scalar() === undefined)) {
      this.error('is missing');
    }
    return text;
  }

  /** A number, also one in quotes, or `undefined`. Reports anything else. */
  number(): number | undefined {
    const value = this.scalar();
    const number = typeof value === 'number' ? value : typeof value === 'string' && value.trim() ? Number(value) : NaN;
    if (Number.isFinite(number)) {
      return number;
    }
    if (this.exists) {
      this.error('must be a number');
    }
    return undefined;
  }

  flag(): boolean {
    return this.scalar() === true;
  }

  error(message: string): void {
    this.messages.push({ severity: 'error', ...this.position, path: this.path, message });
  }

  warn(message: string): void {
    this.messages.push({ severity: 'warning', ...this.position, path: this.path, message });
  }

  /** Reports keys that nobody reads: what is ignored silently is missed later. */
  warnUnknown(known: readonly string[]): void {
    for (const key of this.keys().filter((name) => !known.includes(name))) {
      this.get(key).warn('is not supported and is left out');
    }
  }

  private scalar(): unknown {
    return isScalar(this.node) ? this.node.value : undefined;
  }
}

function keyOf(pair: Pair): string {
  return String(isScalar(pair.key) ? pair.key.value : pair.key);
}
