import { builtInSystems } from '../../src/catalog';

it('the packs are data: what the browser reads from the file of the build is what the code says', () => {
  expect(JSON.parse(JSON.stringify(builtInSystems))).toEqual(builtInSystems);
});
