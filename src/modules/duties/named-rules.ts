import type { Pack, Words } from '#modules/policy/model.ts';

/** What a rule or a clause is called, and the citation of the clause. */
export interface Named {
  readonly title: Words;
  readonly cite: string;
}

/** Rules and clauses by their ids. */
export interface PackNames {
  readonly rules: ReadonlyMap<string, Named>;
  readonly clauses: ReadonlyMap<string, Named>;
}

const known = new WeakMap<Pack, PackNames>();

/** What the rules and clauses of a pack are called by its numbers; read through once for each pack. */
export function namesIn(pack: Pack): PackNames {
  const found = known.get(pack);
  if (found) return found;
  const rules = new Map<string, Named>();
  const clauses = new Map<string, Named>();
  for (const clause of pack.clauses) {
    clauses.set(clause.id, { title: clause.title, cite: clause.cite });
    for (const { id, title } of clause.rules) rules.set(id, { title, cite: clause.cite });
  }
  const names = { rules, clauses };
  known.set(pack, names);
  return names;
}
