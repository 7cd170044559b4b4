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
    ['not a facts file', { facts: [] }, '/format', 'Invalid input'],
    [
      'an unknown kind',
      file([{ kind: 'enrolment.begun', on: '2026-09-13' }]),
      '/facts/0/kind',
      'is not a kind of fact that is registered',
    ],
    ['a day that does not exist', file([{ kind: 'enrolment.started', on: '2026-02-30' }]), '/facts/0/on', 'Invalid'],
    [
      'a code nobody knows',
      file([{ kind: 'plan.submitted', on: '2026-09-13', data: { kind: 'first' } }]),
      '/facts/0/data/kind',
      'plan.submitted: Invalid option',
    ],
    ['a field nobody knows', file([{ ...START, data: { name: 'x' } }]), '/facts/0/data', 'Unrecognized key'],
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
