import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { dumpSchema } from '#platform/database/dump-schema.ts';
import { testDatabase } from '#platform/database/testing/test-database.ts';
import { projectFolder } from '../project-folder.ts';

const file = join(projectFolder, 'db/schema.sql');
const database = await testDatabase();
afterAll(() => database.drop());

// KINFOLD_WRITE_SCHEMA=yes writes the file anew after a migration was added.
test('db/schema.sql is what the migrations make', async () => {
  const dump = await dumpSchema(database.pools.owner);
  if (process.env['KINFOLD_WRITE_SCHEMA'] === 'yes') await writeFile(file, dump);
  expect(dump).toBe(await readFile(file, 'utf8'));
});
