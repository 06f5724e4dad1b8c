import { checkReferences } from '../load/references';
import { check } from '../load/parse';
import { system as systemSchema } from '../schema/system';
import { builtInSystems } from './index';

describe.each(builtInSystems.map((system) => [system.id, system] as const))('pack %s', (_id, system) => {
  it('follows the schema that users’ catalogs follow', () => {
    expect(check(systemSchema, system).problems).toEqual([]);
  });

  it('has no duplicate ids and no reference that leads nowhere', () => {
    expect(checkReferences(system)).toEqual([]);
  });
});
