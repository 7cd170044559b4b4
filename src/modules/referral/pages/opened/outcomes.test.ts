import { describe, expect, test } from 'vitest';
import { cameBack, type Opened } from './opened.ts';
import { letterNow } from './outcomes.ts';

type Assignment = Opened['assignments'][number];
const answered = (state: string, returnedBecause: Assignment['returnedBecause'] = null) =>
  ({ state, returnedBecause, answeredAt: '2026-10-12T18:20:00Z' }) as Assignment;
const back = (because: Assignment['returnedBecause']) =>
  cameBack({ stage: 'to-assign', assignments: [answered('returned', because)] });

describe('the letter follows what stands', () => {
  test.each([
    ['nothing came back', null, 'eligible'],
    ['the family said no', back('family-said-no'), 'said-no-since'],
    ['they live in another county', back('other-county'), 'looked-for-again'],
    ['something else', back('other'), 'looked-for-again'],
    ['returned without a code', back(null), 'looked-for-again'],
    ['the same youth is here already', back('duplicate'), null],
    ['not what care management is for', back('not-eligible'), null],
  ] as const)('%s', (_, came, key) => {
    expect(letterNow('eligible', came)).toBe(key);
  });

  test('a decision that says no is told as it was', () => {
    expect(letterNow('not-eligible', back('family-said-no'))).toBe('not-eligible');
  });
});

describe('it came back', () => {
  test('until it is offered on or decided anew', () => {
    const assignments = [answered('returned', 'other-county'), answered('offered')];
    expect(cameBack({ stage: 'assigned', assignments })).toBeNull();
    expect(cameBack({ stage: 'other-path', assignments: [answered('returned')] })).toBeNull();
  });

  test('from a transfer, when the youth was in care before', () => {
    const assignments = [answered('accepted'), answered('returned', 'other')];
    const came = cameBack({ stage: 'to-assign', assignments });
    expect(came).toMatchObject({ fromTransfer: true });
    expect(letterNow('eligible', came)).toBeNull();
  });
});
