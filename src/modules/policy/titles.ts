import type { Settings } from './compile/settings.ts';
import type { Clause, Pack, Words } from './model.ts';

/**
 * Where a title has a number: `{adult}`, a parameter of its clause, or with what one and what several are called,
 * `{days: day|days}`.
 */
const PLACE = /\{([^{}:]+)(?:: ([^{}|]+)\|([^{}|]+))?\}/g;

/** The parameters a title names, in order. */
export const numbersIn = (text: string): string[] => [...text.matchAll(PLACE)].map(([, name = '']) => name);

/** What is left of a title beside its places: a brace in it is one that nothing can fill. */
export const besidePlaces = (text: string): string => text.replace(PLACE, '');

/** A title as it is read, by the numbers of its clause: "Review every 60 days". */
export function filledTitle(written: Words, numberOf: (name: string) => number | boolean | undefined): Words {
  const fill = (text: string) =>
    text.replace(PLACE, (_, name: string, one?: string, many?: string) => {
      const number = numberOf(name);
      const counted = number === 1 ? one : many;
      return counted === undefined ? String(number) : `${String(number)} ${counted}`;
    });
  return { en: fill(written.en), es: fill(written.es) };
}

/** The pack with its titles by these numbers, such as an agency's own; one that names none is the same pack. */
export function titledBy(pack: Pack, settings: Settings): Pack {
  if (pack.clauses.every(({ forms }) => forms.size === 0)) return pack;
  return { ...pack, clauses: pack.clauses.map((clause) => titledClause(clause, settings)) };
}

/** A rule without a title of its own keeps its clause's. */
function titledClause(clause: Clause, settings: Settings): Clause {
  if (clause.forms.size === 0) return clause;
  const titles = new Map(
    [...clause.forms].map(([title, written]) => [
      title,
      filledTitle(written, (name) => settings.get(`${clause.id}/${name}`)),
    ]),
  );
  const now = (title: Words): Words => titles.get(title) ?? title;
  return {
    ...clause,
    title: now(clause.title),
    rules: clause.rules.map((rule) => (titles.has(rule.title) ? { ...rule, title: now(rule.title) } : rule)),
    forms: new Map([...clause.forms].map(([title, written]) => [now(title), written])),
  };
}
