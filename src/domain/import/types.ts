import { type Slo } from '../slo/types';

/** Something to know about a file: an error keeps an objective out, a warning says what is different here. */
export interface ImportMessage {
  severity: 'error' | 'warning';
  /** 1-based position in the text. */
  line: number;
  column: number;
  /** `spec.objectives[0].target`; empty for a whole document. */
  path: string;
  message: string;
}

export type ImportFormat = 'sloth' | 'pyrra' | 'openslo/v1' | 'openslo/v1alpha';

/** An objective of a file, in this catalog's terms. */
export interface ImportedObjective {
  format: ImportFormat;
  /** Line on which it begins. */
  line: number;
  slo: Slo;
  /** The service's name in the file; its id is in `slo.service`. */
  serviceName: string;
  /** Who owns it, where the file says so. */
  team?: string | undefined;
}

/** What a file holds. Objectives without errors are there, also when others have some. */
export interface ImportResult {
  objectives: ImportedObjective[];
  messages: ImportMessage[];
}

/** How objectives are measured from now on. */
export interface ImportOptions {
  /**
   * `metrics`: events are counted from the metrics that the file names. `recordings`: what Sloth or Pyrra record already
   * is read, which needs nothing else and weighs time instead of events.
   */
  measure: 'metrics' | 'recordings';
}
