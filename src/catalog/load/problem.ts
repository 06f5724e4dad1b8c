/** One thing that is wrong with a catalog, said so that its author finds it. */
export interface Problem {
  /** `systems[0].services[2].team`, or `` for the whole. */
  path: string;
  message: string;
  /** 1-based position in the source text, when there is one. */
  line?: number;
  column?: number;
}

/** `systems[0].services[2].team` */
export function formatPath(path: ReadonlyArray<PropertyKey>): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') {
      return `${text}[${part}]`;
    }
    return text ? `${text}.${String(part)}` : String(part);
  }, '');
}

/** `line 4, column 7: systems[0].id must be …` */
export function describeProblem({ path, message, line, column }: Problem): string {
  const place = line === undefined ? '' : `line ${line}, column ${column ?? 1}: `;
  return `${place}${path ? `${path}: ` : ''}${message}`;
}
