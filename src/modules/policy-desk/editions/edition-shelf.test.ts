import { expect, test } from 'vitest';
import { PolicyShelf } from '#modules/duties/policy-shelf.ts';
import type { PackFile } from '#modules/policy/index.ts';
import { allCalendars, filesIn, packFrom } from '#modules/policy/testing/read-policies.ts';
import { smallPack } from '#modules/policy/testing/small-pack.ts';
import type { Db, Rows } from '#platform/database/db.ts';
import { factKinds } from '../../../fact-kinds.ts';
import { type Edition, hashesOf } from './edition.ts';
import { EditionShelf } from './edition-shelf.ts';

const clause = (days: number) => ({
  rules:
    '- duty: d\n  when: enrolment.started\n  owes: [x]\n  due: within {days} calendar days\n  met by: plan.submitted',
  parameters: `days: { is: ${days}, source: s, confidence: high }`,
});
const shelfOf = (days: number) => new PolicyShelf([packFrom(smallPack(clause(days)))], allCalendars(), factKinds);
const [calendar] = filesIn('policies/calendars').filter(({ text }) => text.includes('new-jersey-state-offices'));

function editionOf(shelf: PolicyShelf): Edition {
  const [pack] = shelf.packs;
  if (!pack) throw new Error('no pack');
  return { id: 7, version: pack.version, recordedAt: '2026-10-12T18:20:00Z', ...hashesOf(shelf, pack) };
}

const NONE = { now: {}, earlier: [] };

/** A database that holds the files of one edition, and counts how often it is asked for them. */
function holding(files: readonly PackFile[]): Db & { asked: number } {
  return {
    asked: 0,
    query<R>(): Promise<Rows<R>> {
      this.asked += 1;
      return Promise.resolve({ rows: [{ files, calendar: calendar?.text }] as R[], rowCount: 1 });
    },
  };
}
const filesOf = ({ packs }: PolicyShelf) => packs.flatMap(({ files }) => files);

test('an edition of before is read once and compiled once for the same numbers', async () => {
  const former = shelfOf(30);
  const db = holding(filesOf(former));
  const editions = new EditionShelf(shelfOf(20));
  const compiled = (now = {}) => editions.compiled(db, 'nj-cmo', editionOf(former), { now, earlier: [] });
  const first = await compiled();
  expect(first.hashes.pack).toBe(editionOf(former).hash);
  expect(first.settings.get('clause-1/days')).toBe(30);
  expect(await compiled()).toBe(first);
  expect((await compiled({ 'clause-1/days': 10 })).settings.get('clause-1/days')).toBe(10);
  expect(await compiled({ 'clause-1/weeks': 3, 'clause-1/days': true })).toBe(first);
  expect(db.asked).toBe(1);
});

test('what the program judges by is not fetched at all', async () => {
  const present = shelfOf(30);
  const db = holding(filesOf(present));
  const compiled = await new EditionShelf(present).compiled(db, 'nj-cmo', editionOf(present), NONE);
  expect([compiled.pack, db.asked]).toEqual([present.packs[0], 0]);
});

test('one that cannot be read any more is not tried again', async () => {
  const db = holding([{ path: 'pack.yaml', text: 'rules: none' }]);
  const editions = new EditionShelf(shelfOf(20));
  for (const _time of [1, 2])
    await expect(editions.compiled(db, 'nj-cmo', editionOf(shelfOf(30)), NONE)).rejects.toMatchObject({
      code: 'rules-not-readable',
    });
  expect(db.asked).toBe(1);
});
