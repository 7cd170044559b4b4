import { expect, it } from 'vitest';
import { type Shown, whatFollowed } from './what-followed.ts';

const plan: Shown = { key: 'plan#1', title: 'First plan', cite: 'clause 2', due: '2026-12-16' };
const call: Shown = { key: 'call#1', title: 'By telephone every week', cite: 'clause 4', due: '2026-11-29' };
const today = '2026-11-22';
const change = (key: string, state: string, before: string | null = 'open') => ({ key, rule: 'r', state, before });

it.each([
  ['a plan was sent', [change('plan#1', 'met')], [plan, call], [call], 'This met: First plan (clause 2).'],
  ['it was sent too late', [change('plan#1', 'met-late')], [plan], [], 'This met: First plan (clause 2).'],
  ['it was met before as well', [change('plan#1', 'met', 'met-late')], [plan], [], ''],
  [
    'the week’s call was made, the next week’s is not owed yet',
    [change('call#1', 'open')],
    [call],
    [],
    'This met: By telephone every week (clause 4).',
  ],
  [
    'a stay stops the clock of the plan',
    [change('plan#1', 'void')],
    [plan, call],
    [call],
    'No longer owed: First plan (clause 2).',
  ],
  [
    'an incident makes a report due',
    [change('plan#1', 'open', null)],
    [],
    [plan],
    'Owed now: First plan by Wed 16 Dec (clause 2).',
  ],
  [
    'an end that was no end makes it due again',
    [change('plan#1', 'open', 'void')],
    [],
    [plan],
    'Owed now: First plan by Wed 16 Dec (clause 2).',
  ],
  [
    'an earlier enrolment moves the day',
    [change('plan#1', 'open')],
    [{ ...plan, due: '2026-12-20' }],
    [plan],
    'Due on another day: First plan by Wed 16 Dec (clause 2).',
  ],
  ['what was met has no clock any more', [change('plan#1', 'void', 'met')], [plan], [], ''],
  ['a duty this seat does not see', [change('other#1', 'met')], [plan], [plan], ''],
  ['the chart could not be read again', [change('call#1', 'open')], [call], null, ''],
  [
    'one thing met and another begun',
    [change('plan#1', 'met'), change('call#1', 'open', null)],
    [plan],
    [call],
    'This met: First plan (clause 2). Owed now: By telephone every week by Sun 29 Nov (clause 4).',
  ],
])('%s', (_situation, changes, before, after, said) => {
  expect(whatFollowed(changes, { before, after, today })).toBe(said);
});
