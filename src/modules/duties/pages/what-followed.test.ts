import { expect, it } from 'vitest';
import { type Shown, whatFollowed } from './what-followed.ts';

const plan: Shown = { key: 'plan#1', title: 'First plan', cite: 'clause 2', due: '2026-12-16' };
const call: Shown = { key: 'call#1', title: 'By telephone every week', cite: 'clause 4', due: '2026-11-29' };
const today = '2026-11-22';
const change = (key: string, state: string, before: string | null = 'open', more = {}) => ({
  ...{ key, rule: 'r', state, standing: state === 'open' ? 'soon' : state, before },
  ...more,
});
const met = { standing: 'met' };
const paused = { standing: 'paused' };
const NEXT = { ...call, key: 'call#1#W49', due: '2026-12-06' };

it.each([
  ['a plan was sent', [change('plan#1', 'met')], [plan, call], [call], 'This met: First plan (clause 2).'],
  ['it was sent too late', [change('plan#1', 'met-late')], [plan], [], 'This met: First plan (clause 2).'],
  ['it was met before as well', [change('plan#1', 'met', 'met-late')], [plan], [], ''],
  [
    'the week’s call was made, the next week’s is not owed yet',
    [change('call#1', 'open', 'open', met)],
    [call],
    [],
    'This met: By telephone every week (clause 4).',
  ],
  [
    'the week’s call was made with none missed before: the duty goes by the next week from now on',
    [change('call#1', 'met', 'open', { now: NEXT.key }), change(NEXT.key, 'open', null, met)],
    [call],
    [],
    'This met: By telephone every week (clause 4).',
  ],
  [
    'a call of the week before is recorded; that of this week was owed already',
    [change('call#1', 'met', 'open', { now: NEXT.key }), change(NEXT.key, 'open', null)],
    [call],
    [NEXT],
    'This met: By telephone every week (clause 4).',
  ],
  [
    'the youth went missing: no week is counted',
    [change('call#1', 'open', 'open', paused)],
    [call],
    [],
    'Not counted for now: By telephone every week (clause 4).',
  ],
  [
    'the youth went missing after a week that was missed: the list names that one again',
    [change('call#1', 'open', 'open', { standing: 'amber' })],
    [call],
    [{ ...call, due: '2026-11-15' }],
    'Not counted for now: By telephone every week (clause 4).',
  ],
  [
    'a later enrolment makes it begin with another week',
    [change('call#1', 'open', 'open', { now: NEXT.key }), change(NEXT.key, 'open', null)],
    [call],
    [NEXT],
    'Due on another day: By telephone every week by Sun 6 Dec (clause 4).',
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
    'the chart could not be read again, and the call was made',
    [change('call#1', 'open', 'open', met)],
    [call],
    null,
    'This met: By telephone every week (clause 4).',
  ],
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
