import { wordsOfKind } from '#modules/policy/explain/kind-words.ts';
import type { Words } from '#modules/policy/index.ts';
import type { Deadline } from '#modules/policy/rules/deadline.ts';
import type { Amount, FactSet } from '#modules/policy/rules/fact-set.ts';
import type { DutyRule, Rule } from '#modules/policy/rules/rule.ts';

type Settings = ReadonlyMap<string, number | boolean>;
type Language = keyof Words;

const UNIT: Record<Deadline['unit'], Words> = {
  hours: { en: 'hours', es: 'horas' },
  'calendar days': { en: 'days', es: 'días' },
  'business days': { en: 'business days', es: 'días hábiles' },
  weeks: { en: 'weeks', es: 'semanas' },
  months: { en: 'months', es: 'meses' },
  years: { en: 'years', es: 'años' },
};

const REPEATS = {
  'since last': { en: 'and again so long after each time', es: 'y de nuevo, con el mismo plazo, después de cada vez' },
  'each week': { en: 'each week', es: 'cada semana' },
  'each month': { en: 'each month', es: 'cada mes' },
  'each year': { en: 'each year', es: 'cada año' },
  'each cycle': { en: 'each period of days', es: 'cada período de días' },
} as const;

/** One rule as a sentence, with the numbers in force filled in. */
export function ruleWords(rule: Rule, settings: Settings): Words {
  return { en: sentence(rule, settings, 'en'), es: sentence(rule, settings, 'es') };
}

function sentence(rule: Rule, settings: Settings, language: Language): string {
  const say = (en: string, es: string) => (language === 'en' ? en : es);
  const list = (codes: readonly string[]) => codes.map((code) => code.replaceAll('-', ' ')).join(', ');
  switch (rule.kind) {
    case 'duty':
      return dutySentence(rule, settings, language);
    case 'gate':
      return say(
        `${capital(list([rule.action]))} is ${rule.strength === 'hard' ? 'allowed only if' : 'expected only if'}: ${rule.requires.map(({ name }) => name).join('; ')}.`,
        `${capital(list([rule.action]))}: ${rule.strength === 'hard' ? 'solo si' : 'se espera solo si'}: ${rule.requires.map(({ name }) => name).join('; ')}.`,
      );
    case 'limit':
      return say(
        `At most ${amount(rule.atMost, settings)} of ${things(rule.facts, language)}.`,
        `Como máximo ${amount(rule.atMost, settings)} de ${things(rule.facts, language)}.`,
      );
    case 'coverage':
      return say(
        `Begins with ${rule.startsAs}; changes with ${rule.changes.map(({ payer }) => payer).join(', ')}.`,
        `Comienza con ${rule.startsAs}; cambia con ${rule.changes.map(({ payer }) => payer).join(', ')}.`,
      );
    case 'role':
      return say(
        `${capital(list([rule.action]))}: ${list(rule.may)} may.`,
        `${capital(list([rule.action]))}: puede ${list(rule.may)}.`,
      );
    case 'term':
      return say(
        `“${rule.title.en}” has a meaning of its own here.`,
        `«${rule.title.es}» tiene aquí un sentido propio.`,
      );
    case 'note':
      return rule.title[language];
  }
}

function dutySentence(rule: DutyRule, settings: Settings, language: Language): string {
  const en = language === 'en';
  const roles = rule.owes.map((role) => role.replaceAll('-', ' ')).join(en ? ', else ' : ', o si no ');
  const when = things(rule.when, language);
  const say = (english: string, spanish: string) => (en ? english : spanish);
  const due = rule.due ? deadline(rule.due, when, settings, language) : say(`from ${when} on`, `a partir de: ${when}`);
  const again = rule.repeats.how === 'once' ? '' : `, ${REPEATS[rule.repeats.how][language]}`;
  const met = [...new Set(rule.parts.flatMap(({ facts }) => kinds(facts)))]
    .map((kind) => wordsOfKind(kind, language))
    .join(en ? ' and ' : ' y ');
  const meets = met ? say(` Met by ${met}.`, ` Se cumple con: ${met}.`) : '';
  const aim = rule.target ? say(' A target, not a deadline.', ' Es una meta, no un plazo.') : '';
  return `${capital(due)}${again}: ${roles}.${meets}${aim}`;
}

function deadline(
  { amount: length, unit, direction }: Deadline,
  when: string,
  settings: Settings,
  language: Language,
): string {
  const number = amount(length, settings);
  const name = UNIT[unit][language];
  if (number === '0') return language === 'en' ? `on the day of ${when}` : `el mismo día que ${when}`;
  if (direction === 'before')
    return language === 'en' ? `${number} ${name} before ${when}` : `${number} ${name} antes de ${when}`;
  return language === 'en'
    ? `within ${number} ${name} after ${when}`
    : `dentro de ${number} ${name} después de ${when}`;
}

function amount(length: Amount, settings: Settings): string {
  return String(typeof length === 'number' ? length : (settings.get(length.parameter) ?? '?'));
}

function things(facts: FactSet, language: Language): string {
  const named = [
    ...kinds(facts).map((kind) => wordsOfKind(kind, language)),
    ...facts.terms.map((term) => term.replaceAll(/[.-]/g, ' ')),
  ];
  return [...new Set(named)].join(language === 'en' ? ' or ' : ' o ');
}

const kinds = (facts: FactSet): string[] => facts.patterns.map(({ kind }) => kind);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
