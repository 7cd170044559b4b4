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

const NUMBERS = new Map([
  ['nj.two-months/months', 2],
  ['nj.coming-of-age/end', 21],
]);

it.each([
  ['nj.two-months-missing', '2 months without youth contact, while missing.'],
  ['youth-contact', 'Stands for contact (with: youth).'],
  [
    'in-care',
    'From assignment to the agency or enrolment until the return of the referral or the end of care management.',
  ],
  ['nj.twenty-one', 'From 21 years after birth on.'],
  ['tries-since-last-contact', 'How many times since successful contact: an attempt to reach somebody.'],
])('the word %s says what it stands for', (id, sentence) => {
  const rule = rules.find((one) => one.id === id);
  expect(rule && ruleWords(rule, NUMBERS).en).toBe(sentence);
});
