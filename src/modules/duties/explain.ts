import type { z } from 'zod';
import type { Actor } from '#modules/access/model.ts';
import type { Fact } from '#modules/facts/model.ts';
import type { Compiled } from '#modules/policy/compile/compiled.ts';
import { dutyKey, isStillOwed } from '#modules/policy/duty.ts';
import { explainDuty } from '#modules/policy/explain/explain-duty.ts';
import type { Explanation } from '#modules/policy/explain/reason.ts';
import { word } from '#modules/policy/explain/word.ts';
import { doneOnTemplate, wordPeriod } from '#modules/policy/index.ts';
import { notFound } from '#modules/record/refusal.ts';
import type { Db } from '#platform/database/db.ts';
import { statement } from '#platform/database/db.ts';
import { day, isoDay } from '#shared/calendar-day.ts';
import type { explainDuty as operation } from './contract.ts';
import { decidedAbout, decisionsLike } from './decided.ts';
import type { PolicyShelf } from './policy-shelf.ts';

type Answer = z.output<typeof operation.answer>;

const VISIBLE = statement(
  'duties.visible-facts',
  `select seq, recorded_at as "recordedAt", kind, on_day as on, at, data, category, supersedes, withdraws from kinfold.fact where chart = $1 order by seq`,
);
/**
 * The duty of that key, or the one it goes by now: a duty of each period changes its name as periods are met, and what led
 * to it (a page, a bookmark, a mail) need not know.
 */
const DUTY = statement(
  'duties.one',
  `select d.key, d.state, d.force, c.holder from kinfold.duty d join kinfold.chart c on c.id = d.chart
   where d.chart = $1 and (d.key = $2
     or (d.pattern is not null and d.rule = split_part($2, '#', 1) and d.root::text = split_part($2, '#', 2)))
   order by (d.key = $2) desc limit 1`,
);

interface StoredFact extends Omit<Fact, 'at' | 'supersedes' | 'withdraws'> {
  readonly at: string | null;
  readonly supersedes: number | null;
  readonly withdraws: boolean;
}

/** The facts of a chart this reader may see. */
export async function visibleFacts(db: Db, chart: string): Promise<Fact[]> {
  const { rows } = await db.query<StoredFact>(VISIBLE, [chart]);
  return rows.map(({ at, supersedes, withdraws, ...fact }) => ({
    ...fact,
    ...(at === null ? {} : { at }),
    ...(supersedes === null ? {} : { supersedes }),
    ...(withdraws ? { withdraws } : {}),
  }));
}

/**
 * Why one duty is due, from the facts its reader may see. Whoever may see a duty may see every fact that made it, so
 * nothing is missing from the reasoning; a near miss the reader may not know of is not mentioned.
 */
export async function explain(
  db: Db,
  shelf: PolicyShelf,
  actor: Actor,
  chart: string,
  wish: { key: string; language: 'en' | 'es' },
): Promise<Answer> {
  const [stored, facts, decided] = await Promise.all([
    db.query<{ key: string; state: string; force: string; holder: number }>(DUTY, [chart, wish.key]),
    visibleFacts(db, chart),
    decisionsLike(db, chart, wish.key),
  ]);
  const duty = stored.rows[0];
  const compiled = duty ? shelf.compiled(actor.programme, duty.holder) : null;
  const explanation = duty && compiled ? explainDuty(compiled, facts, duty.key, day(actor.today)) : null;
  if (!duty || !compiled || !explanation) throw notFound();
  return {
    ...explained(compiled, explanation, { ...duty, language: wish.language, today: actor.today }),
    key: duty.key,
    decided: decidedAbout(decided, { key: duty.key, pattern: explanation.duty.pattern }, wish.language),
  };
}

/** How an explained duty is stored, and for whom it is put in words: the language and the day, `YYYY-MM-DD`. */
interface Told {
  readonly state: string;
  readonly force: string;
  readonly language: 'en' | 'es';
  readonly today: string;
}

/** An explanation as it is shown: its sentences, its clause, what meets it and what came near. */
export function explained(
  compiled: Compiled,
  explanation: Explanation,
  { state, force, language, today }: Told,
): Omit<Answer, 'decided'> {
  const { clause, duty: owed } = explanation;
  const template = doneOnTemplate(compiled.pack, owed.rule);
  return {
    key: dutyKey(owed),
    title: owed.title[language],
    words: word({ ...explanation, reasons: explanation.reasons.filter(({ code }) => code !== 'near-miss') }, language),
    clause: {
      id: clause.id,
      cite: clause.cite,
      source: clause.source,
      force,
      confidence: clause.confidence,
      says: clause.says[language],
    },
    meets: template ? [template.kind] : [],
    // What came near is said apart from why it is due: each as the sentence the wording has for it.
    nearMisses: explanation.reasons.flatMap((reason) =>
      reason.code === 'near-miss' ? word({ ...explanation, reasons: [reason] }, language).slice(-1) : [],
    ),
    asks: template ? [...template.asks] : [],
    state,
    exempted: exemptedOf(explanation, language),
    decidable: isStillOwed({ state, until: owed.until === null ? null : isoDay(owed.until) }, today),
  };
}

function exemptedOf({ duty, reasons }: Explanation, language: 'en' | 'es'): Answer['exempted'] {
  if (duty.state === 'exempted' && duty.pattern === null)
    return [{ period: null, says: duty.title[language], due: isoDay(duty.due) }];
  return reasons.flatMap((reason) =>
    reason.code === 'exempted-periods'
      ? reason.periods.map((one) => ({ period: one.label, says: wordPeriod(one, language), due: isoDay(one.due) }))
      : [],
  );
}
