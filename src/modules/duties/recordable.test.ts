import { describe, expect, test } from 'vitest';
import type { CompiledSet } from '#modules/policy/compile/fact-set.ts';
import { wordsOfKind } from '#modules/policy/explain/kind-words.ts';
import { newJersey } from '#modules/policy/testing/read-policies.ts';
import { factKinds } from '../../fact-kinds.ts';
import { KIND_LABELS, kindLabel, offeredIn } from './pages/facts/kind-labels.ts';

/** Recorded by what people do on a page of its own. */
const ON_THEIR_OWN_PAGE = [
  'accountable.assigned',
  'consent.given',
  'contact.attempted',
  'contact.made',
  'coverage.recorded',
  'enrolment.ended',
  'enrolment.started',
  'referral.accepted',
  'referral.assigned',
  'referral.returned',
  'residence.recorded',
  'youth.born',
];
/** About an agency and not about a chart. */
const OF_AN_AGENCY = ['mou.signed', 'mou.ended'];

const compiled = newJersey();
const offered = offeredIn('nj-cmo').flatMap(({ kinds }) => kinds);
const names = [...compiled.kinds];
const kindsOf = (set: CompiledSet | null): string[] =>
  set === null ? [] : names.filter(([, id]) => set.kinds.some((one) => one.kind === id)).map(([kind]) => kind);

describe('what makes, meets or ends a duty of New Jersey', () => {
  test.each(
    compiled.duties.map((duty) => {
      const sets = [duty.when, ...duty.parts.map(({ set }) => set), duty.voidIf, duty.endsWith];
      return [duty.rule.id, [...new Set(sets.flatMap(kindsOf))]] as const;
    }),
  )('%s can be recorded on a screen', (_rule, kinds) => {
    const known = [...offered, ...ON_THEIR_OWN_PAGE, ...OF_AN_AGENCY];
    expect(kinds.length).toBeGreaterThan(0);
    expect(kinds.filter((kind) => !known.includes(kind))).toEqual([]);
  });

  test.each(compiled.duties.map((duty) => [duty.rule.id, kindsOf(duty.when)] as const))(
    '%s says what it hangs on in words, in both languages',
    (_rule, kinds) => {
      for (const kind of kinds)
        for (const language of ['en', 'es'] as const)
          expect(wordsOfKind(kind, language), `${kind} in ${language}`).not.toBe(kind.replaceAll(/[.-]/g, ' '));
    },
  );
});

test('what is offered is a kind of fact, with a name of its own', () => {
  for (const kind of offered) {
    expect(factKinds.kind(kind)?.subject, kind).toBe('chart');
    expect(KIND_LABELS[kind], kind).toBe(kindLabel(kind));
  }
});
