import { type Document, isMap, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import { type System } from '../../../catalog/types';
import { type ImportedObjective } from '../../../domain/import/types';

/** Where imported objectives go. */
export interface ImportTarget {
  systemId: string;
  systemName: string;
}

const UNOWNED = { id: 'unowned', name: 'Nobody named' };

/**
 * The user's catalog with more objectives in it: their services are added where the system has none of that id, and an
 * objective takes the place of one with the same id. Comments and everything else stay as they are.
 * @param text a catalog that can be read, or nothing.
 * @param systems all systems that there are with this text.
 * @returns YAML.
 */
export function addToCatalog(
  text: string,
  { systemId, systemName }: ImportTarget,
  objectives: readonly ImportedObjective[],
  systems: readonly System[]
): string {
  const document = parseDocument(text.trim() ? text : 'systems: []\n');
  const known = systems.find(({ id }) => id === systemId);
  const entry = systemEntry(document, systemId, known ? undefined : systemName);
  const team = teamFor(document, entry, known, objectives);
  const services = new Set(known?.services.map(({ id }) => id));
  for (const { slo, serviceName } of objectives) {
    if (!services.has(slo.service)) {
      services.add(slo.service);
      put(document, entry, 'services', {
        id: slo.service,
        name: serviceName,
        kind: 'application',
        team,
      });
    }
    put(document, entry, 'slos', slo);
  }
  return document.toString({ lineWidth: 0 });
}

/** The map of a system in the document; made when there is none. */
function systemEntry(document: Document, id: string, newName: string | undefined): YAMLMap {
  if (!isMap(document.contents)) {
    document.contents = document.createNode({ systems: [] });
  }
  const systems = listOf(document, document.contents as YAMLMap, 'systems');
  const found = systems.items.find((item) => isMap(item) && item.get('id') === id);
  if (isMap(found)) {
    return found;
  }
  const entry = document.createNode({ id, ...(newName ? { name: newName } : {}) }) as YAMLMap;
  systems.add(entry);
  return entry;
}

/** A team that owns new services: one of the system's, or the one that the file names. */
function teamFor(
  document: Document,
  entry: YAMLMap,
  known: System | undefined,
  objectives: readonly ImportedObjective[]
): string {
  const [first] = known?.teams ?? [];
  if (first) {
    return first.id;
  }
  const named = objectives.find(({ team }) => team)?.team;
  const team = named ? { id: idOfTeam(named), name: named } : UNOWNED;
  put(document, entry, 'teams', team);
  return team.id;
}

function idOfTeam(name: string): string {
  return (
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || UNOWNED.id
  );
}

/** Puts an entry with an id into a list, in the place of an older one. */
function put<Entry extends { id: string }>(document: Document, owner: YAMLMap, key: string, value: Entry): void {
  const list = listOf(document, owner, key);
  const node = document.createNode(value);
  const at = list.items.findIndex((item) => isMap(item) && item.get('id') === value.id);
  if (at < 0) {
    list.add(node);
  } else {
    list.items[at] = node;
  }
}

function listOf(document: Document, owner: YAMLMap, key: string): YAMLSeq {
  const found = owner.get(key);
  if (found && typeof found === 'object' && 'items' in found) {
    const list = found as YAMLSeq;
    // `[]` of an empty catalog would otherwise hold everything on one line.
    list.flow = list.flow && list.items.length > 0;
    return list;
  }
  const list = document.createNode([]) as YAMLSeq;
  list.flow = false;
  owner.set(key, list);
  return list;
}
