import { comparable, compareYouths } from '#modules/youth/matching.ts';
import { type Db, statement } from '#platform/database/db.ts';
import { type Candidate, candidatesIn, linkedWith } from '../queries.ts';
import { candidatePerson } from '../tasks-of-draft.ts';

const ITSELF = statement('referral.to-compare', candidatesIn('select $1::uuid', 'null'));

/** So many charts that share one key are looked at; more of them share a shelter's telephone. */
const LOOKED_AT = 200;

/** Charts of the agency that share a key with this one, and of which nobody was asked or said yet whether they are one youth with it. */
const NOT_ASKED = statement(
  'referral.to-compare-in-agency',
  `select * from (${candidatesIn(
    `select distinct theirs.chart from kinfold.name_key mine, lateral (select n.chart from kinfold.name_key n
       where n.holder = $2 and n.kind = 'match' and n.token = mine.token and n.chart <> $1 limit ${LOOKED_AT}) theirs
     where mine.chart = $1 and mine.kind = 'match'
       and not exists (select 1 from kinfold.review_task t where t.code = 'likely-duplicate'
         and ((t.chart = $1 and t.detail ->> 'chart' = theirs.chart::text) or (t.chart = theirs.chart and t.detail ->> 'chart' = $1::text)))`,
    linkedWith('c.id'),
  )}) alike where alike.linked is null`,
);

export interface Likeliest {
  readonly chart: string;
  readonly number: number;
  readonly score: number;
}

/** Of an agency's youth not asked about yet, the one most likely the same as this one; null when none is likely. For the system, which sees all. */
export async function likeliestInAgency(db: Db, chart: string, agency: number): Promise<Likeliest | null> {
  const [itself, others] = await Promise.all([
    db.query<Candidate>(ITSELF, [chart]),
    db.query<Candidate>(NOT_ASKED, [chart, agency]),
  ]);
  const [one] = itself.rows;
  if (!one) return null;
  const mine = comparable(candidatePerson(one));
  const [best] = others.rows
    .map((other) => ({ other, match: compareYouths(comparable(candidatePerson(other)), mine) }))
    .filter(({ match }) => match.band === 'likely')
    .sort((a, b) => b.match.score - a.match.score);
  return best ? { chart: best.other.chart, number: best.other.number, score: best.match.score } : null;
}
