import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectFolder } from '#project-folder.ts';
import { type TestApp, testApp } from '../../testing/test-app.ts';
import { categoryOf } from './category-of.ts';
import { Condition } from './resources.ts';
import { OURS, THEIRS } from './systems.ts';
import { referralBundle } from './testing/bundle.builder.ts';
import { type Answered, partner } from './testing/partner.builder.ts';

let world: TestApp;
beforeAll(async () => {
  world = await testApp('2026-10-12T18:20:00Z');
});
afterAll(() => world.stop());

const CODES: readonly (readonly [string, string])[] = [
  ...['F32.9', 'F10.20', 'F17.210', 'F15.10', 'Z71.51', 'O99.321', 'K70.30', 'B20', 'Z34.90', 'T74.12XA', 'Z62.21'].map(
    (code) => [THEIRS.icd10, code] as const,
  ),
  ...['Z65.1', 'Z55.3', 'J45.909'].map((code) => [THEIRS.icd10, code] as const),
  ...['mental-health', 'substance-use', 'developmental-disability', 'court-involvement', 'trouble-in-school'].map(
    (code) => [OURS.need, code] as const,
  ),
  ['urn:elsewhere', '17'],
];

test('conditions stored before are held as those that come today', async () => {
  const { owner } = world.pools;
  const at = await partner(world);
  const sent = await at.send(referralBundle());
  const id = sent.json<Answered>().entry[4]?.response.location.split('/')[1];
  const migration = await readFile(join(projectFolder, 'db/migrations/0023-recorded-wrongly.sql'), 'utf8');
  const update = /^with line .*?r\.category = 'general';$/ms.exec(migration)?.[0] ?? '';
  for (const [system, code] of CODES) {
    const resource = { resourceType: 'Condition', subject: {}, code: { coding: [{ system, code }], text: 'As told' } };
    await owner.query(`update kinfold.fhir_resource set category = 'general', resource = $2 where id = $1`, [
      id,
      JSON.stringify(resource),
    ]);
    await owner.query(update);
    const { rows } = await owner.query('select category from kinfold.fhir_resource where id = $1', [id]);
    expect(rows, code).toEqual([{ category: categoryOf(Condition.parse(resource)) }]);
  }
});
