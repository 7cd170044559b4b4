import { wordsOfKind } from '#modules/policy/explain/kind-words.ts';
import type { Words } from '#modules/policy/index.ts';
import type { Deadline } from '#modules/policy/rules/deadline.ts';
import type { Amount, FactSet } from '#modules/policy/rules/fact-set.ts';

export type Settings = ReadonlyMap<string, number | boolean>;
export type Language = keyof Words;

export const UNIT: Record<Deadline['unit'], Words> = {
  hours: { en: 'hours', es: 'horas' },
  'calendar days': { en: 'days', es: 'días' },
  'business days': { en: 'business days', es: 'días hábiles' },
  weeks: { en: 'weeks', es: 'semanas' },
  months: { en: 'months', es: 'meses' },
  years: { en: 'years', es: 'años' },
};

/** By when: "within 30 days after enrolment". */
export function deadline(
  { amount: length, unit, direction }: Deadline,
  when: string,
  settings: Settings,
  language: Language,
): string {
  const day = apart({ amount: length, unit, direction }, when, settings, language);
  if (direction === 'before' || amount(length, settings) === '0') return day;
  return language === 'en' ? `within ${day}` : `dentro de ${day}`;
}

/** A day so far from another: "30 days after enrolment". */
export function apart(
  { amount: length, unit, direction }: Deadline,
  when: string,
  settings: Settings,
  language: Language,
): string {
  const say = (en: string, es: string) => (language === 'en' ? en : es);
  const number = amount(length, settings);
  const name = UNIT[unit][language];
  if (number === '0') return say(`on the day of ${when}`, `el mismo día que ${when}`);
  if (direction === 'before') return say(`${number} ${name} before ${when}`, `${number} ${name} antes de ${when}`);
  return say(`${number} ${name} after ${when}`, `${number} ${name} después de ${when}`);
}

/** A number, or the value in force of the parameter that stands for it. */
export function amount(length: Amount, settings: Settings): string {
  return String(typeof length === 'number' ? length : (settings.get(length.parameter) ?? '?'));
}

/** Any of the facts and terms of a set, in words. */
export function things(facts: FactSet, language: Language): string {
  const named = [...kinds(facts).map((kind) => wordsOfKind(kind, language)), ...facts.terms.map(termName)];
  return [...new Set(named)].join(language === 'en' ? ' or ' : ' o ');
}

export const kinds = (facts: FactSet): string[] => facts.patterns.map(({ kind }) => kind);
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What a term is called in a sentence: its name in the pack without the jurisdiction in front. */
export const termName = (term: string): string => term.replace(/^[a-z]+\./, '').replaceAll(/[.-]/g, ' ');
