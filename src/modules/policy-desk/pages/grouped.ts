import type { Clause } from './clause-card.tsx';
import { CLAUSES } from './words.ts';

export interface Group {
  readonly id: string;
  readonly title: string;
  readonly clauses: readonly Clause[];
}

/** Whether a clause has all the words somebody typed, in either language. */
export function hasWords({ cite, id, source, title, says, parameters }: Clause, typed: string): boolean {
  const text = [cite, id, source, title.en, title.es, says.en, says.es, ...parameters.map(({ name }) => name)]
    .join(' ')
    .toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** Clauses under the part of the pack they stand in, in the order a family meets them. */
export function grouped(clauses: readonly Clause[]): readonly Group[] {
  const place = (group: string) => (ORDER.includes(group) ? ORDER.indexOf(group) : ORDER.length);
  const parts = [...new Set(clauses.map(({ group }) => group))].sort((a, b) => place(a) - place(b));
  return parts.map((id) => ({
    id,
    title: CLAUSES.groups[id] ?? CLAUSES.otherGroup,
    clauses: clauses.filter(({ group }) => group === id),
  }));
}

/** From referral to transition; what holds for the organization itself comes last. */
const ORDER: readonly string[] = [
  ...['referral', 'outreach', 'engagement', 'contacts', 'plan', 'school', 'incidents', 'out-of-home', 'transition'],
  ...['agency', 'terms'],
];
