import { wordsOfKind } from '#modules/policy/explain/kind-words.ts';
import type { Words } from '#modules/policy/index.ts';
import type { DutyRule, Rule } from '#modules/policy/rules/rule.ts';
import { amount, capital, deadline, kinds, type Language, type Settings, things } from './parts-of-rules.ts';
import { termSentence } from './term-words.ts';

const REPEATS = {
  'since last': { en: 'and again so long after each time', es: 'y de nuevo, con el mismo plazo, después de cada vez' },
  'each week': { en: 'each week', es: 'cada semana' },
  'each month': { en: 'each month', es: 'cada mes' },
  'each year': { en: 'each year', es: 'cada año' },
  'each cycle': { en: 'each period of days', es: 'cada período de días' },
} as const;

/** What the rules allow or ask of, as people call it; an action without words of its own is said as it is written. */
const ACTIONS: Readonly<Record<string, Words>> = {
  'enrolment.start': { en: 'Starting care management', es: 'Empezar la coordinación de cuidados' },
  'enrolment.end/missing': {
    en: 'Ending care for a youth who is missing',
    es: 'Terminar el cuidado de un joven desaparecido',
  },
  'enrolment.end/moved-away': {
    en: 'Ending care for a family that moved away',
    es: 'Terminar el cuidado de una familia que se mudó',
  },
  'enrolment.end/not-yet-reached': {
    en: 'Ending care for a family not yet reached',
    es: 'Terminar el cuidado de una familia aún no localizada',
  },
  'enrolment.end/written-request': {
    en: 'Ending care at the family’s written request',
    es: 'Terminar el cuidado a petición escrita de la familia',
  },
  'team-meeting.facilitate': { en: 'Leading a team meeting', es: 'Dirigir una reunión del equipo' },
};

const actionWords = (action: string, language: Language): string =>
  ACTIONS[action]?.[language] ?? capital(action.replaceAll('-', ' '));

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
        `${actionWords(rule.action, language)} is ${rule.strength === 'hard' ? 'allowed only if' : 'expected only if'}: ${rule.requires.map(({ name }) => name).join('; ')}.`,
        `${actionWords(rule.action, language)}: ${rule.strength === 'hard' ? 'solo si' : 'se espera solo si'}: ${rule.requires.map(({ name }) => name).join('; ')}.`,
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
        `${actionWords(rule.action, language)}: ${list(rule.may)} may.`,
        `${actionWords(rule.action, language)}: puede ${list(rule.may)}.`,
      );
    case 'term':
      return termSentence(rule, settings, language);
    case 'note':
      // Its words are those of the clause above it.
      return say('Nothing is counted.', 'No se cuenta nada.');
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
