import { expect, it } from 'vitest';
import { filesIn, packFrom } from '#modules/policy/testing/read-policies.ts';
import { ruleWords } from './rule-words.ts';

const rules = packFrom(filesIn('policies/nj-cmo')).clauses.flatMap((clause) => clause.rules);
/** `enrolment.start`, `enrolment.end/missing`: a code, and no word of a sentence. */
const CODE = /[a-z]\.[a-z]|\/[a-z]/i;

it('no sentence about a rule of New Jersey holds a code, in either language', () => {
  expect(rules.length).toBeGreaterThan(50);
  const said = rules.flatMap((rule) => Object.values(ruleWords(rule, new Map())));
  expect(said.filter((sentence) => CODE.test(sentence))).toEqual([]);
});
