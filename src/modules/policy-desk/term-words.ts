import { wordsOfKind } from '#modules/policy/explain/kind-words.ts';
import type { FactSet } from '#modules/policy/rules/fact-set.ts';
import type { TermRule } from '#modules/policy/rules/rule.ts';
import type { Boundary, Span } from '#modules/policy/rules/span.ts';
import { amount, apart, capital, type Language, type Settings, termName, things, UNIT } from './parts-of-rules.ts';

/** What a word of the rules stands for: facts, a stretch of time, or a count. */
export function termSentence({ means }: TermRule, settings: Settings, language: Language): string {
  const say = (en: string, es: string) => (language === 'en' ? en : es);
  switch (means.of) {
    case 'facts':
      return say(`Stands for ${told(means.facts, language)}.`, `Significa ${told(means.facts, language)}.`);
    case 'span':
      return `${capital(stretch(means.span, settings, language))}.`;
    case 'count': {
      const counted = things(means.facts, language);
      if (means.since === null) return say(`How many times: ${counted}.`, `Cuántas veces: ${counted}.`);
      const since = things(means.since, language);
      return say(`How many times since ${since}: ${counted}.`, `Cuántas veces desde ${since}: ${counted}.`);
    }
  }
}

/** Facts with what is asked of them, because that is all that tells such a word from another. */
function told({ patterns, terms }: FactSet, language: Language): string {
  const named = patterns.map(({ kind, tests }) => {
    const asked = tests.flatMap((test) =>
      test.op === 'is' ? [`${plain(test.field)}: ${test.values.map(plain).join(', ')}`] : [],
    );
    return asked.length > 0 ? `${wordsOfKind(kind, language)} (${asked.join('; ')})` : wordsOfKind(kind, language);
  });
  return [...named, ...terms.map(termName)].join(language === 'en' ? ' or ' : ' o ');
}

const plain = (code: string | number | boolean): string => String(code).replaceAll('-', ' ');

function stretch(span: Span, settings: Settings, language: Language): string {
  const say = (en: string, es: string) => (language === 'en' ? en : es);
  const list = (terms: readonly string[], word: string) => terms.map(termName).join(` ${word} `);
  switch (span.shape) {
    case 'between': {
      const from = boundary(span.from, settings, language);
      if (span.to === null) return say(`from ${from} on`, `a partir de ${from}`);
      const to = boundary(span.to, settings, language);
      return say(`from ${from} until ${to}`, `desde ${from} hasta ${to}`);
    }
    case 'without': {
      const length = `${amount(span.length.amount, settings)} ${UNIT[span.length.unit][language]}`;
      const missed = things(span.facts, language);
      const during = termName(span.during);
      return say(`${length} without ${missed}, while ${during}`, `${length} sin ${missed}, durante: ${during}`);
    }
    case 'all of':
      return say(`while ${list(span.terms, 'and')}`, `mientras: ${list(span.terms, 'y')}`);
    case 'any of':
      return say(`while ${list(span.terms, 'or')}`, `mientras: ${list(span.terms, 'o')}`);
    case 'except': {
      const [term, except] = [termName(span.term), list(span.except, say('or', 'o'))];
      return say(`while ${term}, except while ${except}`, `mientras: ${term}, salvo: ${except}`);
    }
  }
}

function boundary({ facts, offset }: Boundary, settings: Settings, language: Language): string {
  const day = things(facts, language);
  return offset === null ? day : apart(offset, day, settings, language);
}
