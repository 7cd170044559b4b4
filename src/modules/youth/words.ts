import { MATTERS } from './authority.ts';
import type { FamilyRecord } from './family-record.ts';
import { languageName, readWords, type SaidLanguage, spokenWords } from './languages.ts';
import {
  AUTHORITIES,
  COVERAGE_KINDS,
  IDENTIFIER_KINDS,
  ORDERS,
  PRESUMPTIVE_STEPS,
  SHARE_WITH,
  SUPPORTS,
} from './model.ts';

/** The words of a code; a code we have no words for stands for itself. */
export const say = (words: Readonly<Record<string, string>>, code: string): string => words[code] ?? code;

export const authorityWords = (code: string) => say(AUTHORITIES, code);
export const orderWords = (code: string) => say(ORDERS, code);
export const coverageWords = (code: string) => say(COVERAGE_KINDS, code);
export const supportWords = (code: string) => say(SUPPORTS, code);
export const stepWords = (code: string) => say(PRESUMPTIVE_STEPS, code);
export const matterWords = (code: string) => say(MATTERS, code);
/** A number elsewhere with whose it is: "CYBER number C-1". */
export const identifierWords = (kind: string, value: string) =>
  kind === 'other' ? value : `${say(IDENTIFIER_KINDS, kind)} number ${value}`;

const WHY_ASK: Readonly<Record<string, string>> = {
  'not-confirmed': 'their authority is not confirmed',
  foster: 'a foster parent’s say is limited',
  'no-contact-order': 'a no-contact order is in force',
  'custody-elsewhere': 'an order gives custody to somebody else',
  'adult-guardianship': 'a guardian of the adult is named',
};

/** Who may consent, in one line. */
export function consentWords(
  { may, ask, why }: FamilyRecord['consent'][number],
  people: ReadonlyMap<string, string>,
): string {
  if (why === 'birth-day-unknown') return 'Ask first: the birth day is not known.';
  const youth = why === 'rights-passed' || why === 'guardian-of-adult' ? 'the young adult' : 'the youth';
  const name = (person: string) => (person === 'youth' ? youth : (people.get(person) ?? 'somebody who left'));
  const yes = may.length === 0 ? 'Nobody is confirmed yet' : may.map(name).join(' or ');
  const open = ask.map(({ person, why: reason }) => `ask about ${name(person)}: ${say(WHY_ASK, reason)}`);
  return [yes, ...open].join('; ');
}

/** Who may consent, matters answered alike together, in the order they are asked. */
export function consentByAnswer(
  consent: FamilyRecord['consent'],
  people: ReadonlyMap<string, string>,
): readonly { readonly says: string; readonly matters: readonly string[] }[] {
  const alike = new Map<string, string[]>();
  for (const answer of consent) {
    const says = consentWords(answer, people);
    alike.set(says, [...(alike.get(says) ?? []), matterWords(answer.matter)]);
  }
  return [...alike].map(([says, matters]) => ({ says, matters }));
}

const INTERPRETER = { true: 'Wanted', false: 'Not needed', null: 'Not asked' } as const;
/** Whether somebody wants an interpreter, or that nobody asked. */
export const interpreterWords = (wanted: boolean | null): string => INTERPRETER[`${wanted}`];

/** "talks in Spanish (preferred), English, with an interpreter"; null when nothing is known of how somebody talks. */
export function talkWords({ languages, interpreter }: Pick<FamilyRecord['youth'], 'languages' | 'interpreter'>) {
  const spoken = spokenWords(languages);
  if (spoken === '') return interpreter ? 'talks with an interpreter' : null;
  return `talks in ${spoken}${interpreter ? ', with an interpreter' : ''}`;
}

/** "letters in Spanish", where one is named for them; null otherwise. */
export function letterWords(languages: readonly SaidLanguage[]): string | null {
  const one = languages.find(({ letters }) => letters);
  return one ? `letters in ${languageName(one)}` : null;
}

/** Everything said of somebody's languages, for comparing two versions. */
export function languagesInWords(languages: readonly SaidLanguage[]): string {
  const [spoken, read] = [spokenWords(languages), readWords(languages)];
  return [spoken && `speaks ${spoken}`, read && `reads ${read}`].filter(Boolean).join('; ') || 'not said';
}

/** Who somebody is to the youth: a code of the referral, or the family's own words. */
export const relationshipWords = (said: string): string => said.replaceAll('-', ' ');

type Point = FamilyRecord['contactPoints'][number];

/** The rules for using one way to reach somebody, in short phrases. */
export function rulesForUse(
  point: Pick<Point, 'kind' | 'voicemail' | 'textOk' | 'seenBy' | 'shareWith'>,
): readonly string[] {
  const rules = [
    point.voicemail === true && 'messages are fine',
    point.voicemail === false && 'leave no message',
    point.textOk === true && 'texts are fine',
    point.textOk === false && 'send no text',
    point.kind === 'telephone' && point.voicemail === null && 'ask before leaving a message',
    point.seenBy !== null && `seen by: ${point.seenBy}`,
    point.shareWith.length > 0 &&
      `may be given to: ${point.shareWith.map((code) => say(SHARE_WITH, code).toLowerCase()).join(', ')}`,
  ];
  return rules.filter((rule) => rule !== false);
}

/** A place or number as people write it. */
export function pointWords(point: Pick<Point, 'kind' | 'value' | 'extension' | 'city' | 'state' | 'zip'>): string {
  if (point.kind === 'address') {
    const place = [point.city, [point.state, point.zip].filter(Boolean).join(' ')].filter(Boolean).join(', ');
    return [point.value, place].filter(Boolean).join(', ');
  }
  if (point.kind !== 'telephone') return point.value;
  const local = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(point.value);
  const number = local ? `(${local[1]}) ${local[2]}-${local[3]}` : point.value;
  return point.extension ? `${number} ext ${point.extension}` : number;
}
