import type { How, WithWhom } from './model.ts';

/** Who was reached, and how, in a contact that counts as successful: what the rules' term `successful-contact` says too. */
export const SUCCESSFUL = {
  with: ['youth', 'caregiver'],
  how: ['in-person', 'video', 'telephone'],
} as const satisfies { readonly with: readonly WithWhom[]; readonly how: readonly How[] };

const quoted = (codes: readonly string[]): string => codes.map((code) => `'${code}'`).join(', ');

/** Whether a fact is a successful contact. A letter, a text message or a call with the school reaches nobody. */
export const isSuccessful = (fact: string): string =>
  `(${fact}.kind = 'contact.made' and ${fact}.data -> 'with' ?| array[${quoted(SUCCESSFUL.with)}] and ${fact}.data ->> 'how' in (${quoted(SUCCESSFUL.how)}))`;

/**
 * The one definition of "no successful contact in n days", for every list, board and message: in a stage where the youth is
 * to be reached, the last successful contact that the reader may see, or, without one, the day the stage began, is more than
 * n days ago. Only what the reader may see counts, and the words on screen say so; why is in
 * docs/decisions/0004-no-contact-in-n-days.md.
 *
 * These are pieces of SQL run under the reader's own row security. `chart` names the row of `kinfold.chart`.
 */
export const lastContactOn = (chart: string): string =>
  `(select f.on_day from kinfold.fact f where f.chart = ${chart}.id and ${isSuccessful('f')} and not f.withdraws
      and not exists (select from kinfold.fact s where s.chart = f.chart and s.supersedes = f.seq) order by f.on_day desc limit 1)`;

/** Since when nobody was reached; null in a stage where nobody needs to be. `last` is the day `lastContactOn` found. */
export const quietSince = (chart: string, last: string = lastContactOn(chart)): string =>
  `case when ${chart}.stage in ('enrolled', 'planning', 'active-community', 'transitioning') then coalesce(${last}, ${chart}.stage_since) end`;
