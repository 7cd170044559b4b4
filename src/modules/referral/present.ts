import type { z } from 'zod';
import type { Actor } from '#modules/access/model.ts';
import { comparable, compareYouths, type MatchReason } from '#modules/youth/matching.ts';
import type { Db } from '#platform/database/db.ts';
import { day } from '#shared/calendar-day.ts';
import { asItStands } from './as-it-stands.ts';
import type { openReferral } from './contract.ts';
import { matchPersonOf } from './match-person.ts';
import { ReferralDraft } from './model.ts';
import { suggestedBy } from './outcomes.ts';
import { candidates, referralRow } from './queries.ts';
import { restrictedOf, without } from './restricted.ts';
import { REVIEW_TASKS, type ReviewTaskCode } from './review-tasks.ts';
import { candidatePerson } from './tasks-of-draft.ts';

type Answer = z.output<typeof openReferral.answer>;

/** One referral for the screen: what must be asked, who it may be twice, and where it would go. Null when out of reach. */
export async function presentReferral(
  db: Db,
  chart: string,
  { today, agency, through }: Pick<Actor, 'today' | 'agency' | 'through'>,
): Promise<Answer | null> {
  const [row, others] = await Promise.all([referralRow(db, chart, today), candidates(db, chart)]);
  if (!row) return null;
  const opened = row as unknown as Omit<Answer, 'duplicates' | 'suggested' | 'comparedBeyond' | 'restricted'>;
  // One written before today's form is judged by nobody but a person; what it told cannot be weighed, and is not handed out.
  const told = ReferralDraft.safeParse(opened.referral?.asRegistered).data;
  const draft = told && asItStands(told, opened);
  const restricted = draft ? await restrictedOf(db, chart, draft) : [];
  const hidden = new Set(restricted.filter(({ confidential }) => confidential).map(({ what }) => what));
  const withheld = new Set(restricted.filter((one) => one.withheld).map(({ what }) => what));
  const tasks = opened.tasks.map((task) => ({
    ...task,
    asks: REVIEW_TASKS[task.code as ReviewTaskCode]?.asks ?? task.code,
  }));
  return {
    ...opened,
    holder: { ...opened.holder, own: opened.holder.id === agency },
    referral:
      opened.referral && (!told || withheld.size > 0)
        ? { ...opened.referral, asRegistered: told ? without(told, withheld) : {} }
        : opened.referral,
    restricted,
    tasks,
    comparedBeyond: through === 'assigned',
    // What is confidential shows no likeness: not of the other's, and not of this one's.
    duplicates: draft ? duplicatesOf(without(draft, hidden), others) : [],
    suggested: draft ? suggestedBy(draft, tasks, day(today)) : null,
  };
}

function duplicatesOf(draft: ReferralDraft, others: Awaited<ReturnType<typeof candidates>>): Answer['duplicates'] {
  const mine = comparable(matchPersonOf(draft));
  return others
    .map((other) => ({ other, match: compareYouths(comparable(candidatePerson(other)), mine) }))
    .filter(({ match, other }) => match.band !== 'none' || other.linked)
    .sort((a, b) => b.match.score - a.match.score)
    .map(({ other, match }) => ({
      chart: other.chart,
      number: other.number,
      score: match.score,
      reasons: match.reasons.filter(({ points }) => points > 0).map(reasonCode),
      name: `${other.preferred ?? other.first} ${other.last}`,
      born: other.born,
      county: other.county,
      holderName: other.holderName,
      linked: other.linked,
    }));
}

const reasonCode = ({ aspect, likeness }: MatchReason): string => `${aspect}-${likeness}`;
