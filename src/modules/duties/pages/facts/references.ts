import { shortDay } from '#design-system/time/day-words.ts';
import { day } from '#shared/calendar-day.ts';
import { codeWords } from './code-words.ts';
import { kindLabel } from './kind-labels.ts';

/** A fact as the screen knows it. */
export interface KnownFact {
  readonly kind: string;
  readonly on: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** These kinds begin something that later facts name: its reference is made with them. */
const BEGINS: Readonly<Record<string, string>> = {
  'stay.started': 'stay',
  'incident.occurred': 'incident',
  'out-of-home.referred': 'request',
};

/** Whether a kind makes the reference itself, so that nobody is asked for it. */
export const makesReference = (kind: string, field: string): boolean => BEGINS[kind] === field;

export interface Reference {
  readonly value: string;
  readonly label: string;
}

/** What a field can refer to in this chart, newest first: "Stay away from home began, inpatient, Sun 25 Oct". */
export function referencesIn(facts: readonly KnownFact[], field: string): readonly Reference[] {
  const beginnings = facts.filter((fact) => BEGINS[fact.kind] === field && typeof fact.data[field] === 'string');
  return beginnings.toReversed().map(({ kind, on, data }) => {
    const what = data['setting'] ?? data['level'];
    const said = [kindLabel(kind), typeof what === 'string' ? codeWords(what) : null, shortDay(day(on))];
    return { value: String(data[field]), label: said.filter(Boolean).join(', ') };
  });
}
