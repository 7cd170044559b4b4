import { comparable, compareYouths } from '#modules/youth/matching.ts';
import { type Db, statement } from '#platform/database/db.ts';
import { toCompare } from '../import/to-compare.ts';
import type { ReferralDraft } from '../model.ts';
import { type Candidate, candidatesIn } from '../queries.ts';
import type { ReviewTask } from '../review-tasks.ts';
import { candidatePerson } from '../tasks-of-draft.ts';

/**
 * So many charts that share one key are looked at, and of those that are not of this file so many compared. More of them
 * share a shelter's telephone, which says nothing about who they are.
 */
const LOOKED_AT = 200;
const COMPARED = 50;

const SHARING = statement(
  'import.sharing-keys',
  `select asked.token, n.chart from unnest($1::text[]) as asked (token),
     lateral (select chart from kinfold.name_key where kind = 'match' and token = asked.token limit ${LOOKED_AT}) n
   union select token, chart from kinfold.sharing_keys($1, ${LOOKED_AT})`,
);
const PEOPLE = statement('import.people', candidatesIn('select unnest($1::uuid[])', 'null'));
const KNOWN = statement('import.known-people', 'select y.*, null as linked from kinfold.known_youths($1, $2) y');

/**
 * For each of many referrals, the strongest likely match already here, as a task to compare side by side. Charts of this
 * file are left out: the reader of the file has compared its rows with each other.
 */
export async function likelyHere(
  db: Db,
  drafts: readonly ReferralDraft[],
  ofThisFile: ReadonlySet<string>,
): Promise<(ReviewTask | null)[]> {
  const people = drafts.map(toCompare);
  const byKey = await chartsByKey(db, [...new Set(people.flatMap(({ keys }) => keys))], ofThisFile);
  if (byKey.size === 0) return drafts.map(() => null);
  const charts = [...new Set([...byKey.values()].flat())];
  const within = await db.query<Candidate>(PEOPLE, [charts]);
  const reached = new Set(within.rows.map(({ chart }) => chart));
  const beyond = charts.filter((chart) => !reached.has(chart));
  const known = beyond.length === 0 ? [] : (await db.query<Candidate>(KNOWN, [beyond, atHome([...byKey.keys()])])).rows;
  const candidates = new Map(
    [...known, ...within.rows].map((candidate) => [
      candidate.chart,
      { candidate, ready: comparable(candidatePerson(candidate)) },
    ]),
  );
  return people.map(({ keys, person: mine }) => {
    const charts = new Set(keys.flatMap((key) => byKey.get(key) ?? []));
    const [best] = [...charts]
      .flatMap((chart) => candidates.get(chart) ?? [])
      .map(({ candidate, ready }) => ({ candidate, match: compareYouths(ready, mine) }))
      .filter(({ match }) => match.band === 'likely')
      .sort((a, b) => b.match.score - a.match.score);
    if (!best) return null;
    const { chart, number } = best.candidate;
    return { code: 'likely-duplicate', field: 'row', detail: { chart, number, score: best.match.score } };
  });
}

/** The keys of a telephone or an address: all the database asks when it tells only what was known already. */
const atHome = (keys: readonly string[]): string[] =>
  keys.filter((key) => key.startsWith('t:') || key.startsWith('a:'));

async function chartsByKey(
  db: Db,
  keys: readonly string[],
  without: ReadonlySet<string>,
): Promise<Map<string, string[]>> {
  const { rows } = await db.query<{ token: string; chart: string }>(SHARING, [keys]);
  const byKey = new Map<string, string[]>();
  for (const { token, chart } of rows) {
    if (without.has(chart)) continue;
    const charts = byKey.get(token) ?? [];
    if (charts.length < COMPARED) charts.push(chart);
    byKey.set(token, charts);
  }
  return byKey;
}
