import { describe, expect, test } from 'vitest';
import { checkExample } from '#modules/policy/examples.ts';
import { inLines, newJersey } from '#modules/policy/testing/read-policies.ts';

const compiled = newJersey();

for (const clause of compiled.pack.clauses.filter((one) => one.examples.length > 0)) {
  describe(`${clause.id}: ${clause.title.en}`, () => {
    for (const example of clause.examples) {
      test(example.title, () => {
        expect(inLines(checkExample(compiled, example))).toBe('');
      });
    }
  });
}
