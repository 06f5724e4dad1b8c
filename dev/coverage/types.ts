import { type SystemCoverage } from './schema';

/** A place in a project file: 1-based line and column; absent for what concerns the whole file. */
export interface Place {
  file: string;
  line?: number;
  col?: number;
}

/** Something that makes the tracker fail: what is wrong, and where. */
export interface Problem extends Place {
  message: string;
}

/** A requirement id named in `implements` of a catalog pack; `where` is the path of that object. */
export interface Implementation {
  id: string;
  where: string;
}

export type PathPart = string | number;

/** A well-formed coverage file, with a way back from a path in its content to the place in its text. */
export interface CoverageFile {
  file: string;
  content: SystemCoverage;
  locate(path: PathPart[]): Place;
}

/** Text of a project file by its path from the project root; `undefined` when there is no such file. */
export type ReadProjectFile = (path: string) => string | undefined;
