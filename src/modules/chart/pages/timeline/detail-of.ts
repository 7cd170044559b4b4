import { words as contactWords } from '#modules/contacts/pages/words.ts';
import { codeLabel, codeWords, fieldLabel } from '#modules/duties/pages/facts/code-words.ts';
import { planWords } from '#modules/youth/pages/plan-words.ts';
import type { Mark } from '../overview/marks.ts';
import { words } from '../words.ts';

/** References and counters say nothing to a reader. */
const isReference = (text: string) => /^[0-9a-f-]{36}$/.test(text) || /^\d+$/.test(text);
const HIDDEN = new Set(['contact', 'rule', 'root', 'item', 'evidence', 'reason', 'person', 'agency', 'estimated']);

type Labels = Readonly<Record<string, string>>;

/** The codes of these fields have words of their own, the same as where they are chosen. */
const LABELS: Readonly<Record<string, Labels>> = {
  with: contactWords.withWhom,
  how: contactWords.how,
  place: contactWords.place,
  setting: contactWords.place,
  topics: contactWords.topics,
};

/** Fields whose code says nothing without what it answers. */
const SAID: Readonly<Record<string, (code: string) => string | null>> = {
  interpreter: (code) => words.timeline.interpreter[code] ?? null,
  answer: (code) => words.timeline.answer[code] ?? codeWords(code),
  county: (code) => words.timeline.county(codeLabel(code).replace(/ (\w)/g, (letter) => letter.toUpperCase())),
  state: codeWords,
  // A health plan in a coverage, else the kind of a service plan.
  plan: (code) => (planWords(code) === code ? codeWords(code) : planWords(code)),
};

function saidOf(field: string, value: unknown): string | null {
  if (Array.isArray(value)) {
    const codes = value.filter((code) => typeof code === 'string' && !isReference(code));
    return codes.map((code) => LABELS[field]?.[code] ?? codeWords(code)).join(', ') || null;
  }
  if (typeof value === 'number') return field.endsWith('minutes') ? words.timeline.minutes(value) : null;
  if (typeof value === 'boolean') return words.timeline.yesNo(fieldLabel(field), value);
  if (typeof value !== 'string' || isReference(value)) return null;
  return SAID[field] ? SAID[field](value) : (LABELS[field]?.[value] ?? codeWords(value));
}

/** What a fact holds, in words: "Youth, Parent or caregiver · In person · Home · 59 min". */
export function detailOf(mark: Mark): string {
  const said = Object.entries(mark.data)
    .filter(([field]) => !HIDDEN.has(field))
    .map(([field, value]) => saidOf(field, value))
    .filter((text) => text !== null);
  const line = said.join(' · ');
  return line.charAt(0).toUpperCase() + line.slice(1);
}
