import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ALL_KINDS } from '../testing/kinds.ts';
import { allCalendars, filesIn, packFrom, sha256 } from '../testing/read-policies.ts';
import { evaluateFile, type FileQuestion } from './evaluate-file.ts';

const question: FileQuestion = {
  packs: [packFrom(filesIn('policies/nj-cmo'))],
  calendars: allCalendars(),
  factKinds: ALL_KINDS,
  sha256,
  pack: 'nj-cmo',
  on: '2026-10-20',
};
const file = (facts: readonly unknown[], more: object = {}) => ({ format: 'kinfold-facts/1', facts, ...more });
const START = { kind: 'enrolment.started', on: '2026-09-13' };

test('answers with duties, standings and hashes', () => {
  const report = evaluateFile(file([START]), question);
  const isp = report.ok ? report.value.duties.find((one) => one.key === 'nj.first-isp#1') : undefined;
  expect(isp).toMatchObject({
    state: 'open',
    due: '2026-10-13',
    standing: 'amber',
    cite: expect.stringContaining('NJCMO'),
  });
  expect(report.ok && JSON.parse(JSON.stringify(report.value)).notLoaded.length).toBeGreaterThan(0);
});

test('leaves out what was recorded later than the instant asked about', () => {
  const learnt = { ...START, recordedAt: '2026-10-01T12:00:00Z' };
  const report = evaluateFile(file([learnt]), { ...question, knownAt: '2026-09-20T00:00:00Z' });
  expect(report.ok && report.value.duties).toEqual([]);
});

describe('refused, with place and reason', () => {
  const stay = (kind: string, on: string) => ({
    kind,
    on,
    data: { stay: 's1', ...(kind === 'stay.started' ? { setting: 'group-home' } : {}) },
  });
  const cases: readonly (readonly [string, unknown, string, string])[] = [
    ['not a facts file', { facts: [] }, '/format', 'is missing'],
    ['a file of another format', file([], { format: 'kinfold-facts/9' }), '/format', 'must be "kinfold-facts/1"'],
    ['no facts at all', { format: 'kinfold-facts/1' }, '/facts', 'is missing'],
    ['facts that are no list', { format: 'kinfold-facts/1', facts: null }, '/facts', 'must be a list, and is null'],
    ['a list instead of a file', [START], '', 'must be an object, and is a list'],
    [
      'no format, and an unknown kind beside it',
      { facts: [{ ...START, kind: 'no.such' }] },
      '/facts/0/kind',
      'registered',
    ],
    ['an unknown kind without a day', file([{ kind: 'no.such' }]), '/facts/0/kind', 'registered'],
    ['a fact without a day', file([{ kind: 'enrolment.started' }]), '/facts/0/on', 'is missing'],
    ['a number that is no number', file([{ ...START, seq: 'one' }]), '/facts/0/seq', 'must be a number, and is text'],
    ['a number below one', file([{ ...START, seq: 0 }]), '/facts/0/seq', 'must be more than 0'],
    ['an instant without an offset', file([{ ...START, at: '2026-09-13T10:00:00' }]), '/facts/0/at', 'with its offset'],
    ['a field of the file nobody knows', file([START], { subject: 1 }), '', 'has no field "subject"'],
    ['a parameter that is text', file([START], { parameters: { a: 'x' } }), '/parameters/a', 'cannot be text'],
    [
      'an unknown kind',
      file([{ kind: 'enrolment.begun', on: '2026-09-13' }]),
      '/facts/0/kind',
      'is not a kind of fact that is registered',
    ],
    [
      'a day that does not exist',
      file([{ kind: 'enrolment.started', on: '2026-02-30' }]),
      '/facts/0/on',
      'a day that exists',
    ],
    [
      'a code nobody knows',
      file([{ kind: 'plan.submitted', on: '2026-09-13', data: { kind: 'first' } }]),
      '/facts/0/data/kind',
      'plan.submitted: is none of the codes taken: ',
    ],
    ['a field nobody knows', file([{ ...START, data: { name: 'x' } }]), '/facts/0/data', 'has no field "name"'],
    [
      'a second birth',
      file([
        { kind: 'youth.born', on: '2010-01-02' },
        { kind: 'youth.born', on: '2010-02-01' },
      ]),
      '/facts/1',
      'a second youth.born: another day for it is a correction',
    ],
    [
      'a correction of nothing',
      file([START, { ...START, supersedes: 9 }]),
      '/facts/1/supersedes',
      'there is no fact with seq 9',
    ],
    [
      'a correction of another kind',
      file([START, { kind: 'crisis-plan.completed', on: '2026-09-13', supersedes: 1 }]),
      '/facts/1/supersedes',
      'keeps its kind',
    ],
    [
      'two corrections of one fact',
      file([START, { ...START, supersedes: 1 }, { ...START, supersedes: 1 }]),
      '/facts/2/supersedes',
      'already superseded by seq 2',
    ],
    [
      'one number twice',
      file([
        { ...START, seq: 1 },
        { ...START, seq: 1 },
      ]),
      '/facts/1/seq',
      'seq 1 is already the fact at /facts/0',
    ],
    [
      'a stay that ended before it began',
      file([stay('stay.started', '2026-09-20'), stay('stay.ended', '2026-09-10')]),
      '/facts/1',
      'comes before it began on 2026-09-20',
    ],
    [
      'two enrolments open at once',
      file([START, { ...START, on: '2026-09-20' }]),
      '/facts/1',
      'while the one at /facts/0 is still open',
    ],
    [
      'a number that is not a parameter',
      file([START], { parameters: { 'nj.first-isp/weeks': 4 } }),
      '/parameters',
      'is not a parameter of pack nj-cmo',
    ],
  ];
  test.each(cases)('%s', (_title, json, pointer, reason) => {
    const report = evaluateFile(json, question);
    const problem = report.ok ? undefined : report.error.find((one) => one.pointer === pointer);
    // Reasons are ours: nothing of a library's own words.
    expect(JSON.stringify(report)).not.toMatch(/Invalid|Unrecognized|expected|Too (small|big)/);
    expect(report.ok ? 'accepted' : (problem?.reason ?? JSON.stringify(report.error))).toContain(reason);
  });

  test('a pack that is not loaded for the day', () => {
    expect(evaluateFile(file([START]), { ...question, pack: 'pa-cm040' })).toMatchObject({
      ok: false,
      error: [{ code: 'pack' }],
    });
    expect(evaluateFile(file([START]), { ...question, on: '2001-01-01' })).toMatchObject({
      ok: false,
      error: [{ code: 'pack' }],
    });
  });
});

describe('the examples of the reference evaluate', () => {
  const folder = new URL('../../../../docs/reference/facts-file-examples/', import.meta.url);
  test.each(readdirSync(folder))('%s', (name) => {
    const report = evaluateFile(JSON.parse(readFileSync(new URL(name, folder), 'utf8')), question);
    expect(report.ok || report.error).toBe(true);
  });
});
