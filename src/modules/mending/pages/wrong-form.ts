import type { Editing } from '#modules/youth/pages/forms/editing.ts';
import type { Field } from '#modules/youth/pages/forms/field.ts';
import { recordedWrongly } from '../contract.ts';
import { MENDED_ROWS, type MendedRow, mendingOf } from '../model.ts';

/** The words of the button that opens these forms. */
export const WRONG = 'Set right…';

const REASON: Field = {
  name: 'reason',
  label: 'What was wrong',
  hint: 'Kept in the history with your name, beside what it said.',
  kind: 'words',
  required: true,
};

/** Says that a row never was so. `about` is what it is called on the page. */
export const wrongRowForm = (chart: string, of: MendedRow, row: string, about: string): Editing => ({
  title: `Recorded wrongly: ${about}`,
  fields: [REASON],
  operation: recordedWrongly,
  params: { chart },
  start: {},
  save: `Take this ${MENDED_ROWS[of]} back`,
  body: (written) => ({ ...written, what: { of, row } }),
});

export interface WrongFact {
  readonly kind: string;
  readonly on: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Says that something happened on another day, or never. Null for kinds that are set right where they were recorded. */
export function wrongFactForm(chart: string, fact: WrongFact, about: string): Editing | null {
  const mending = mendingOf(fact.kind);
  if (!mending) return null;
  const choices = {
    day: 'It was on another day',
    ...(mending.takenBack === false ? {} : { never: 'It never was so' }),
  };
  return {
    title: `Recorded wrongly: ${about}`,
    fields: [
      { name: 'how', label: 'What is right', kind: 'choice', choices, required: true },
      { name: 'instead', label: 'The day it was', kind: 'day', required: true, when: ({ how }) => how === 'day' },
      REASON,
    ],
    operation: recordedWrongly,
    params: { chart },
    start: { how: 'day', instead: fact.on },
    save: 'Set it right',
    body: ({ how, instead, reason }) => ({ what: { fact }, instead: how === 'day' ? instead : null, reason }),
  };
}
