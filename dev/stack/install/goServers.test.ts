/** @jest-environment node */
import { readFileSync } from 'node:fs';
import { goServers } from './goServers';

test.each(goServers)('$title is built from the version that its go.mod pins', ({ name, module, version, programs }) => {
  const goMod = readFileSync(`dev/stack/servers/${name}/go.mod`, 'utf8');
  expect(goMod).toMatch(
    new RegExp(`^\\s*(?:require )?${module} ${version.replaceAll('.', '\\.')}(?: // indirect)?$`, 'm')
  );
  for (const packagePath of Object.values(programs)) {
    expect(goMod).toContain(`${module}/${packagePath}\n`);
  }
});
