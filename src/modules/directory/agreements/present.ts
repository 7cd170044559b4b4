import type { z } from 'zod';
import type { Actor } from '#modules/access/model.ts';
import { explained } from '#modules/duties/explain.ts';
import type { PolicyShelf } from '#modules/duties/policy-shelf.ts';
import { type StoredDuty, standStored } from '#modules/duties/stored-duty.ts';
import type { Fact } from '#modules/facts/model.ts';
import { explainDuty } from '#modules/policy/explain/explain-duty.ts';
import { type Db, statement } from '#platform/database/db.ts';
import { day } from '#shared/calendar-day.ts';
import type { Agreement, Entry, RunsOut, readAgreements } from './contract.ts';
import { standing } from './standing.ts';

/** One statement, so that a list is read at one moment; under row security, which shows the own agency's alone. */
const AGREEMENTS = statement(
  'agreements.all',
  `select a.id, a.kind, a.with_name as "withName", a.with_agency as "withAgency",
     (select coalesce(jsonb_agg(jsonb_build_object('seq', f.seq, 'kind', f.kind, 'on', f.on_day, 'data', f.data, 'supersedes', f.supersedes,
        'withdraws', f.withdraws, 'document', f.document, 'reason', f.reason, 'recordedAt', f.recorded_at,
        'by', (select h.name from kinfold.seat_holder h where h.seat = f.said_by)) order by f.seq), '[]') from kinfold.agency_fact f where f.id = a.id) as facts,
     (select coalesce(jsonb_agg(jsonb_build_object('key', d.key, 'rule', d.rule, 'clause', d.clause, 'force', d.force, 'state', d.state, 'owes', d.owes,
        'owing', d.owing, 'due', d.due, 'dueAt', d.due_at, 'lateAfter', d.late_after, 'lateAfterAt', d.late_after_at, 'until', d.until,
        'pausedFrom', d.paused_from, 'pattern', d.pattern, 'openParts', d.open_parts)), '[]') from kinfold.agency_duty d
        where d.id = a.id and d.state in ('open', 'partial', 'delegated', 'impossible')) as duties
   from kinfold.agreement a order by a.with_name, a.id`,
);

interface StoredFact extends Omit<Fact, 'supersedes' | 'withdraws' | 'category' | 'at'> {
  readonly supersedes: number | null;
  readonly withdraws: boolean;
  readonly document: string | null;
  readonly reason: string | null;
  readonly by: string | null;
}
type StoredAgreement = Pick<Agreement, 'id' | 'kind' | 'withName' | 'withAgency'> & {
  readonly facts: readonly StoredFact[];
  readonly duties: readonly StoredDuty[];
};

/** The agreements of the reader's agency, each with what stands and when it runs out. */
export async function presentAgreements(
  db: Db,
  shelf: PolicyShelf,
  { programme, agency, today, locale }: Actor,
  nowMs: number,
): Promise<z.output<typeof readAgreements.answer>> {
  const { rows } = await db.query<StoredAgreement>(AGREEMENTS);
  const compiled = shelf.compiled(programme, agency);
  const now = new Date(nowMs).toISOString();
  const runsOutOf = (facts: readonly Fact[], duty: StoredDuty | undefined): RunsOut | null => {
    const explanation = duty && compiled && explainDuty(compiled, facts, duty.key);
    if (!duty || !compiled || !explanation) return null;
    const { title, clause, words } = explained(compiled, explanation, { ...duty, language: locale, today });
    const stands = standStored(duty, now, day(today));
    return { due: stands.due, standing: stands.standing, title, clause, why: words };
  };
  const agreements = rows.map((row): Agreement => {
    const facts = row.facts.map(factOf);
    const { signed, ended } = standing(facts);
    const runsOut = runsOutOf(facts, row.duties[0]);
    return {
      id: row.id,
      kind: row.kind,
      withName: row.withName,
      withAgency: row.withAgency,
      state: stateOf({ signed, ended, runsOut }, today),
      signedOn: signed?.on ?? null,
      document: documentOf(row.facts, signed?.seq),
      endedOn: ended?.on ?? null,
      runsOut,
      entries: entriesOf(row.facts),
    };
  });
  return { today, agency, agreements };
}

function stateOf(
  { signed, ended, runsOut }: ReturnType<typeof standing> & { readonly runsOut: RunsOut | null },
  today: string,
): Agreement['state'] {
  if (!signed) return 'taken-back';
  if (ended) return 'ended';
  return runsOut && runsOut.due < today ? 'run-out' : 'in-force';
}

/** A correction that names no document of its own leaves the one before standing. */
function documentOf(facts: readonly StoredFact[], seq: number | null | undefined): string | null {
  const fact = facts.find((one) => one.seq === seq);
  return fact ? (fact.document ?? documentOf(facts, fact.supersedes)) : null;
}

/** What was said, the newest first; a withdrawal is told with the entry it took back. */
function entriesOf(facts: readonly StoredFact[]): Entry[] {
  const after = new Map(facts.map((fact) => [fact.supersedes, fact]));
  return facts
    .filter(({ withdraws }) => !withdraws)
    .map((fact): Entry => {
      const later = after.get(fact.seq);
      return {
        seq: fact.seq,
        what: fact.kind === 'mou.ended' ? 'ended' : 'signed',
        on: fact.on,
        document: documentOf(facts, fact.seq),
        reason: later?.reason ?? (fact.supersedes === null ? fact.reason : null),
        at: later?.recordedAt ?? fact.recordedAt,
        by: later?.by ?? fact.by,
        now: countsNow(later),
      };
    })
    .reverse();
}

function countsNow(later: StoredFact | undefined): Entry['now'] {
  if (later === undefined) return 'stands';
  return later.withdraws ? 'taken-back' : 'corrected';
}

function factOf({ document: _document, reason: _reason, by: _by, supersedes, withdraws, ...fact }: StoredFact): Fact {
  return {
    ...fact,
    category: 'general',
    ...(supersedes === null ? {} : { supersedes }),
    ...(withdraws ? { withdraws } : {}),
  };
}
