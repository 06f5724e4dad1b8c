import { type Cursor, type Messages } from './cursor';
import { readDocuments } from './documents';
import { type Definitions, isOpenSlo, readOpenSlo } from './openSlo';
import { isOpenSloAlpha, readOpenSloAlpha } from './openSloAlpha';
import { isPyrra, readPyrra } from './pyrra';
import { isSloth, readSloth } from './sloth';
import { type ImportedObjective, type ImportOptions, type ImportResult } from './types';

/**
 * Reads objectives from a text in a format of Sloth (plain or Kubernetes), Pyrra or OpenSLO (v1, v1alpha); several YAML
 * documents may be of different ones.
 * @returns what can be used, and messages with lines for what cannot. Never throws.
 */
export function importObjectives(text: string, options: ImportOptions): ImportResult {
  const messages: Messages = [];
  const documents = readDocuments(text, messages);
  const definitions = definitionsOf(documents);
  const objectives = withUniqueIds(documents.flatMap((document) => readDocument(document, definitions, options)));
  messages.sort((a, b) => a.line - b.line);
  if (objectives.length === 0 && messages.length === 0) {
    messages.push({ severity: 'error', line: 1, column: 1, path: '', message: 'there are no objectives in here' });
  }
  return { objectives, messages };
}

function readDocument(document: Cursor, definitions: Definitions, options: ImportOptions): ImportedObjective[] {
  if (isSloth(document)) {
    return readSloth(document, options);
  }
  if (isPyrra(document)) {
    return readPyrra(document, options);
  }
  if (isOpenSlo(document)) {
    return readOpenSlo(document, definitions);
  }
  if (isOpenSloAlpha(document)) {
    return readOpenSloAlpha(document);
  }
  document.error(
    'is no file of Sloth (version: prometheus/v1), Pyrra (pyrra.dev) or OpenSLO (openslo/v1, openslo/v1alpha)'
  );
  return [];
}

function definitionsOf(documents: readonly Cursor[]): Definitions {
  return new Map(
    documents.filter(isOpenSlo).map((document) => {
      const kind = document.get('kind').text() ?? '';
      const metadata = document.get('metadata');
      return [`${kind}/${metadata.keys().includes('name') ? (metadata.get('name').text() ?? '') : ''}`, document];
    })
  );
}

/** Two names may become one id: later ones get a number. */
function withUniqueIds(objectives: readonly ImportedObjective[]): ImportedObjective[] {
  const seen = new Map<string, number>();
  return objectives.map((objective) => {
    const { id } = objective.slo;
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return count === 1 ? objective : { ...objective, slo: { ...objective.slo, id: `${id.slice(0, 60)}-${count}` } };
  });
}
