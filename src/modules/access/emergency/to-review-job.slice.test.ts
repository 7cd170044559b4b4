import { afterAll, beforeAll, expect, test } from 'vitest';
import { addAgencies, addSeat } from '#modules/record/testing/world.builder.ts';
import { type TestDatabase, testDatabase } from '#platform/database/testing/test-database.ts';
import { jsonLog, silentLog } from '#platform/log/log.ts';
import type { Message } from '#platform/mail/mailer.ts';
import { toReviewJob } from './to-review-job.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  const { owner } = database.pools;
  await addAgencies(owner);
  for (const [name, email, agency, locale] of [
    ['Helen Marchetti', 'helen@fact.example', 15, 'en'],
    ['Inés Maro', 'ines@fact.example', 15, 'es'],
    ['Mo Finch', 'mo@bergen.example', 1, 'en'],
  ] as const) {
    const { person } = await addSeat(owner, { name, capacity: 'privacy-officer', agency });
    await owner.query('update kinfold.person set email = $2, locale = $3, email_proven = true where id = $1', [
      person,
      email,
      locale,
    ]);
  }
  const gone = await addSeat(owner, { name: 'Ola Brandt', capacity: 'privacy-officer', agency: 15 });
  await owner.query(
    `update kinfold.person set email = 'ola@fact.example', email_proven = true, disabled_at = now() where id = $1`,
    [gone.person],
  );
  const unproven = await addSeat(owner, { name: 'Uma Reyes', capacity: 'privacy-officer', agency: 15 });
  await owner.query(`update kinfold.person set email = 'uma@fact.example' where id = $1`, [unproven.person]);
});
afterAll(() => database.drop());

const DATA = { emergency: 'dddddddd-0000-4000-8000-000000000001', agency: 15 };
const run = (sent: Message[], refuse: (to: string) => boolean = () => false, lines: string[] = []) =>
  toReviewJob({
    owner: database.pools.owner,
    publicUrl: 'https://kinfold.example.org',
    log: jsonLog(
      (line) => lines.push(line),
      () => 0,
    ),
    mailer: {
      send: async (message) => {
        if (refuse(message.to)) throw new Error('no such mailbox');
        sent.push(message);
      },
    },
  }).run({ data: DATA, signal: new AbortController().signal });

test('every privacy officer of the agency gets a link in their language, nobody else anything', async () => {
  const sent: Message[] = [];
  await run(sent);
  const link = 'https://kinfold.example.org/app/audit/emergency';
  const message = { template: 'emergency-to-review', link };
  expect(sent.toSorted((a, b) => (a.to < b.to ? -1 : 1))).toEqual([
    { ...message, to: 'helen@fact.example', locale: 'en' },
    { ...message, to: 'ines@fact.example', locale: 'es' },
  ]);
});

test('one who was told is enough; when nobody was, it is tried again', async () => {
  const sent: Message[] = [];
  await run(sent, (to) => to.startsWith('ines'));
  expect(sent.map(({ to }) => to)).toEqual(['helen@fact.example']);
  await expect(run([], () => true)).rejects.toThrow('no privacy officer was told');
});

test('what is logged names no address', async () => {
  const lines: string[] = [];
  await run([], (to) => to.startsWith('ines'), lines);
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.join()).not.toMatch(/ines|fact\.example/);
});

test('without a mail server there is nothing to do', async () => {
  const job = toReviewJob({
    owner: database.pools.owner,
    publicUrl: 'https://kinfold.example.org',
    mailer: null,
    log: silentLog,
  });
  await expect(job.run({ data: DATA, signal: new AbortController().signal })).resolves.toBeUndefined();
});
