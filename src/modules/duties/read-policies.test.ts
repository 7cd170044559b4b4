import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { projectFolder } from '#project-folder.ts';
import { factKinds } from '../../fact-kinds.ts';
import { PoliciesRefused, readPolicies } from './read-policies.ts';

// Reading everything and running every example takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

/** The real policies in a folder of the test's own, to plant one mistake in. */
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'policies-'));
  cpSync(join(projectFolder, 'policies'), folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Puts one text in the place of another, and says on which line the new one stands. */
function plant(file: string, old: string, wrong: string): number {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  const at = text.indexOf(old);
  if (at < 0) throw new Error(`${file} has no "${old}"`);
  writeFileSync(path, text.replace(old, wrong));
  return text.slice(0, at).split('\n').length;
}

const refusalOf = async (): Promise<string> => {
  try {
    await readPolicies(folder, factKinds);
    return 'accepted';
  } catch (error) {
    if (error instanceof PoliciesRefused) return error.message;
    throw error;
  }
};

test('the policies as they are start the program', async () => {
  expect(await refusalOf()).toBe('accepted');
});

describe('a program with a wrong rule does not start, and says where and why', () => {
  test.each([
    [
      'an unknown kind of fact',
      'nj-cmo/plan.yaml',
      'met by: team-meeting.held',
      'met by: team-meeting.happened',
      '"team-meeting.happened" is not a kind of fact',
    ],
    [
      'a parameter without a source',
      'nj-cmo/engagement.yaml',
      'days: { is: 30, source: N.J.A.C. 10:73-3.7, confidence: high }',
      'days: { is: 30, confidence: high }',
      'parameter days has no source: nobody could say where the number comes from',
    ],
    [
      'an example that does not come out as written',
      'nj-cmo/plan.yaml',
      '{ duty: nj.first-isp, is: met-late, due: 2026-10-13 }',
      '{ duty: nj.first-isp, is: met, due: 2026-10-13 }',
      'example "sent a day late": nj.first-isp should be met, is met-late, due 2026-10-13',
    ],
    [
      'an example about a rule that does not exist',
      'nj-cmo/engagement.yaml',
      '{ duty: nj.first-contact, is: none }',
      '{ duty: nj.first-kontact, is: none }',
      'asks about duty nj.first-kontact, which does not exist',
    ],
    [
      'care that is no span of the pack',
      'nj-cmo/pack.yaml',
      'care: in-care',
      'care: in-kare',
      '"care" names "in-kare", which is not a span this pack defines',
    ],
    [
      'a calendar that is not loaded',
      'nj-cmo/pack.yaml',
      'calendar: new-jersey-state-offices',
      'calendar: the-moon',
      'calendar "the-moon" is not loaded',
    ],
  ])('%s', async (_title, file, old, wrong, reason) => {
    const line = plant(file, old, wrong);
    expect(await refusalOf()).toMatch(new RegExp(`^policies/${file}:${line}: .*${escaped(reason)}`, 'm'));
  });

  test('days in force that contradict each other', async () => {
    const line = plant(
      'nj-cmo/contacts.yaml',
      'in force: { from: 2006-01-01 }',
      'in force: { from: 2026-01-01, to: 2025-06-30 }',
    );
    expect(await refusalOf()).toMatch(
      new RegExp(`^policies/nj-cmo/contacts\\.yaml:${line}: clause nj\\.monthly-visit ends before it starts$`, 'm'),
    );
  });

  test('two versions of a clause in force on one day', async () => {
    const path = join(folder, 'nj-cmo/contacts.yaml');
    const text = readFileSync(path, 'utf8');
    writeFileSync(join(folder, 'nj-cmo/contacts-again.yaml'), text);
    expect(await refusalOf()).toMatch(
      /^policies\/nj-cmo\/contacts\.yaml:\d+: clause nj\.monthly-visit is already in force on some of these days \(.*contacts-again\.yaml line 2\)$/m,
    );
  });

  test('a circle of terms', async () => {
    const line = plant(
      'nj-cmo/terms.yaml',
      '      - term: tries-since-last-contact',
      '      - term: hen\n        facts: egg\n      - term: egg\n        facts: hen\n\n      - term: tries-since-last-contact',
    );
    expect(await refusalOf()).toMatch(
      new RegExp(`^policies/nj-cmo/terms\\.yaml:${line}: goes round in a circle: hen → egg → hen$`, 'm'),
    );
  });

  test('a correction of nothing in an example', async () => {
    plant('nj-cmo/plan.yaml', 'corrects: 1', 'corrects: 7');
    expect(await refusalOf()).toContain('corrects no. 7, which is no earlier enrolment.started');
  });

  test('a second pack for a programme', async () => {
    cpSync(join(folder, 'nj-cmo'), join(folder, 'nj-cmo-other'), { recursive: true });
    expect(await refusalOf()).toMatch(
      /^policies\/nj-cmo-other\/pack\.yaml:\d+: programme nj-cmo already has the pack nj-cmo$/m,
    );
  });

  test('everything that is wrong is said at once', async () => {
    plant('nj-cmo/plan.yaml', 'met by: team-meeting.held', 'met by: team-meeting.happened');
    plant('nj-cmo/school.yaml', 'owed by: provider', 'owed by: nobody');
    const lines = (await refusalOf()).split('\n');
    expect(lines.map((one) => one.split(':')[0])).toEqual(
      expect.arrayContaining(['policies/nj-cmo/plan.yaml', 'policies/nj-cmo/school.yaml']),
    );
  });
});

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
