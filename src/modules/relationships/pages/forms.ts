import type { Editing } from '#modules/youth/pages/forms/editing.ts';
import { endRelation, type FoundSeat, type Related, relate } from '../contract.ts';
import { words } from './words.ts';

interface Choices {
  readonly chart: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly authorities: readonly { readonly relative: string; readonly name: string }[];
}

const { add, end } = words;

/** Lets a seat see the chart. */
export const relateForm = ({ seat, name, kinds }: FoundSeat, { chart, today, authorities }: Choices): Editing => ({
  title: add.dialog(name),
  fields: [
    {
      name: 'kind',
      label: add.as,
      kind: 'choice',
      choices: Object.fromEntries(kinds.map((kind) => [kind, words.kinds[kind]])),
      required: true,
    },
    {
      name: 'authority',
      label: add.authority,
      hint: add.authorityHint,
      kind: 'choice',
      choices: Object.fromEntries(authorities.map((one) => [one.relative, one.name])),
      none: add.noAuthority,
      required: true,
      when: ({ kind }) => kind === 'guardian',
    },
    { name: 'from', label: add.from, kind: 'day', required: true },
    { name: 'to', label: add.to, hint: add.toHint, kind: 'day' },
    { name: 'reason', label: add.why, hint: add.whyHint, kind: 'words', required: true },
  ],
  operation: relate,
  params: { chart },
  start: { kind: kinds[0], from: today },
  save: add.save,
  body: (written) => ({ ...written, seat }),
});

/** Ends a relation; nothing is taken from the list. */
export const endForm = (
  { name }: Related,
  relation: string,
  { chart, today }: Pick<Choices, 'chart' | 'today'>,
): Editing => ({
  title: end.title(name),
  fields: [
    { name: 'to', label: end.to, hint: end.toHint, kind: 'day', required: true },
    { name: 'reason', label: end.why, kind: 'words', required: true },
  ],
  operation: endRelation,
  params: { chart },
  start: { to: today },
  save: end.save,
  body: (written) => ({ ...written, relation }),
});
