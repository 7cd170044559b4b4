import { expect, test } from 'vitest';
import { newJersey } from '#modules/policy/testing/read-policies.ts';
import { SUCCESSFUL } from './last-contact.ts';

const { pack } = newJersey();

test('a successful contact is the same to the lists as to the rules', () => {
  const rules = pack.clauses.flatMap((clause) => clause.rules);
  const term = rules.find(({ id }) => id === 'successful-contact');
  expect(term).toMatchObject({
    means: {
      facts: {
        patterns: [
          {
            kind: 'contact.made',
            tests: [
              { field: 'with', op: 'is', values: SUCCESSFUL.with },
              { field: 'how', op: 'is', values: SUCCESSFUL.how },
            ],
          },
        ],
      },
    },
  });
});
