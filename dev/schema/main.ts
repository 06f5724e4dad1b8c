import { readFileSync, writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { z } from 'zod';
import { userCatalog } from '../../src/catalog/schema/system';

const FILE = 'docs/catalog.schema.json';

/** The schema of a user's catalog, for editors. */
function schemaText(): string {
  const schema = z.toJSONSchema(userCatalog, {
    io: 'input',
    unrepresentable: 'any',
    // Read-only for our code; whoever writes the file does write it.
    override: ({ jsonSchema }) => {
      delete jsonSchema.readOnly;
    },
  });
  return `${JSON.stringify({ ...schema, title: 'Watchkeeper catalog' }, null, 2)}\n`;
}

new Command('schema')
  .description('Writes the JSON Schema of a catalog file')
  .option('--check', 'change nothing; fail when the file is not what the code says')
  .action(({ check }: { check?: boolean }) => {
    const wanted = schemaText();
    if (!check) {
      writeFileSync(FILE, wanted);
      console.log(`${FILE} written`);
    } else if (readFileSync(FILE, 'utf8') === wanted) {
      console.log(`${FILE} is what the code says`);
    } else {
      console.error(`${FILE} has drifted; run "npm run schema"`);
      process.exitCode = 1;
    }
  })
  .parse();
