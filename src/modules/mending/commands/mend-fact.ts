import { PLANNED } from '#modules/duties/commands/record-fact.ts';
import type { Fact } from '#modules/facts/model.ts';
import type { Command } from '#modules/record/command.ts';
import { notFound, Refusal, wrongField } from '#modules/record/refusal.ts';
import { addRow } from '#modules/record/rows.ts';
import { cannotHaveBeenOn } from '#modules/youth/agreed.ts';
import { instantOf, wallTime } from '#platform/clock/zoned-time.ts';
import { statement } from '#platform/database/db.ts';
import { day, type IsoDay } from '#shared/calendar-day.ts';
import { type Mending, mendingOf } from '../model.ts';
import { type Entry, mendRow, takeBack } from './mend-row.ts';
import { factsFrom, type Source, sourceOf, standingFacts } from './source-of.ts';

/** A fact as its reader saw it. */
export interface SeenFact {
  readonly kind: string;
  readonly on: string;
  readonly data?: Readonly<Record<string, unknown>> | undefined;
}

/** Supersedes a fact with another day, or takes it back; the row that says the same follows. */
export async function mendFact(command: Command, entry: Entry, seen: SeenFact, instead: IsoDay | null): Promise<void> {
  const mending = mendingOf(seen.kind);
  if (!mending) throw new Refusal(409, 'mended-elsewhere');
  const fact = find(command, seen);
  const { agency, source: from } = await sourceOf(command, fact);
  const source = from ?? (await schoolBeside(command, fact));
  checkOwn(command, fact, agency);
  if (instead !== null && instead > command.actor.today && !PLANNED.has(fact.kind))
    throw wrongField('instead', 'has-not-happened');
  if (instead === null) refuseWhenItWentOn(command, fact, mending);
  const ofRow = source && (goesTogether(mending, source) || mending.brings) ? await factsFrom(command, source) : [fact];
  const together = source ? ofRow.filter((one) => goesAlong(one, { fact, instead, mending, source })) : ofRow;
  for (const one of together) {
    if (instead === null) takeBack(command, one);
    else moveTo(command, one, instead, source);
  }
  const row = source && (await follow(command, entry, { fact, instead, mending, source }));
  if (!row) await keepReason(command, entry, fact, instead);
  command.detail('kind', fact.kind);
}

/** The last fact that stands and reads like that. One meanwhile corrected by somebody else is a 409. */
function find(command: Command, { kind, on, data }: SeenFact): Fact {
  const same = (fact: Fact) =>
    fact.kind === kind && fact.on === on && command.maySee(fact.category) && (!data || sameData(fact.data, data));
  const found = standingFacts(command).findLast(same);
  if (found) return found;
  throw command.facts.some(same) ? new Refusal(409, 'corrected-meanwhile') : notFound();
}

const sameData = (a: Fact['data'], b: Fact['data']): boolean =>
  JSON.stringify(Object.entries(a).toSorted()) === JSON.stringify(Object.entries(b).toSorted());

/** Once the chart went on, the agency that had it sets right the letter it sent itself and nothing else. */
function checkOwn(command: Command, { kind }: Fact, recordedBy: number | null): void {
  const { holder } = command.existing();
  if (holder === command.actor.agency || command.actor.capacity !== 'csa-coordinator') return;
  if (kind !== 'referral.letter-sent' || recordedBy !== command.actor.agency) throw notFound();
}

/** What was built on it since would hang in the air. */
function refuseWhenItWentOn(command: Command, { kind, seq }: Fact, { takenBack }: Mending): void {
  if (takenBack === false) throw wrongField('instead', 'missing');
  const since = (later: string) => standingFacts(command).some((fact) => fact.kind === later && fact.seq > seq);
  const next = { 'referral.accepted': 'enrolment.started', 'enrolment.ended': 'referral.assigned' }[kind];
  if (next && since(next)) throw new Refusal(409, 'went-on-since');
}

/** An entry that made several facts moves them together; a row that goes takes all of its facts with it. */
const goesTogether = ({ together }: Mending, { table }: Source): boolean =>
  together === true || table === 'duty_decision';

interface Mended {
  readonly fact: Fact;
  readonly instead: IsoDay | null;
  readonly mending: Mending;
  readonly source: Source;
}

/** Taken back, a row's facts go with it; moved are those of the same entry, and not what was said of the row later. */
function goesAlong(one: Fact, { fact, instead, mending, source }: Mended): boolean {
  if (one.seq === fact.seq) return true;
  if (!goesTogether(mending, source)) return one.on === fact.on && (mending.brings ?? []).includes(one.kind);
  return instead === null || goesTogether(mendingOf(one.kind) ?? {}, source);
}

function moveTo(command: Command, fact: Fact, on: IsoDay, source: Source | null): void {
  const notThen = cannotHaveBeenOn(command.facts, fact, on);
  if (notThen) throw wrongField('instead', notThen);
  const { kind, data, category, seq } = fact;
  const at = atOf(fact, on, command.actor.zone);
  command.record({ kind, on, at, data, category, supersedes: seq, ...(source ? { source } : {}) });
}

/** The same hour of another day. */
function atOf({ at }: Fact, on: string, zone: string): string | undefined {
  return at === undefined ? undefined : (instantOf({ day: on, hour: wallTime(at, zone).hour }, zone) ?? undefined);
}

interface Followed {
  readonly fact: Fact;
  readonly instead: IsoDay | null;
  readonly mending: Mending;
  readonly source: Source;
}

/** Sets the row right that the fact came from. False when there is none to set right. */
async function follow(command: Command, entry: Entry, followed: Followed): Promise<boolean> {
  const { fact, instead, mending, source } = followed;
  if (source.table === 'school')
    return mendRow(command, entry, source, { last_iep_on: await lastMeeting(command, followed) });
  if (mending.row?.table !== source.table) return false;
  if (instead === null) {
    const change = CLEARED[fact.kind] ?? null;
    if (change === null && fact.kind === 'enrolment.started')
      for (const one of await factsFrom(command, source)) if (one.seq !== fact.seq) takeBack(command, one);
    return mendRow(command, entry, source, change);
  }
  const { day: dayColumn, at: atColumn } = mending.row;
  const at = atOf(fact, instead, command.actor.zone);
  return mendRow(command, entry, source, {
    ...(dayColumn ? { [dayColumn]: instead } : {}),
    ...(atColumn && at ? { [atColumn]: at } : {}),
  });
}

/** What taking a fact back leaves of its row, where the row itself stays. */
const CLEARED: Readonly<Record<string, Readonly<Record<string, null | string>>>> = {
  'referral.accepted': { state: 'offered', answered_at: null, answered_by: null },
  'enrolment.ended': { ended_on: null, ground: null, end_reason: null },
  'consent.revoked': { ended_on: null, ended_reason: null, ended_by: null, ended_authority: null },
};

const BESIDE = statement(
  'mending.school-beside',
  'select id from kinfold.school where chart = $1 and last_iep_on = $2 order by from_day desc limit 1',
);

/** A meeting that was recorded apart from the school stands beside it all the same. */
async function schoolBeside(command: Command, { kind, on }: Fact): Promise<Source | null> {
  if (kind !== 'school.iep-held') return null;
  const { rows } = await command.db.query<{ id: string }>(BESIDE, [command.existing().id, on]);
  return rows[0] ? { table: 'school', id: rows[0].id } : null;
}

/** The last meeting about the program that the school's row still has. */
async function lastMeeting(command: Command, { fact, instead, source }: Followed): Promise<string | null> {
  const others = (await factsFrom(command, source)).filter(({ seq, kind }) => seq !== fact.seq && kind === fact.kind);
  const days = [...others.map(({ on }) => on), ...(instead ? [instead] : [])];
  return days.toSorted((a, b) => day(a) - day(b)).at(-1) ?? null;
}

/** The reason of a fact that no row says again. */
async function keepReason(command: Command, { id, reason }: Entry, fact: Fact, instead: string | null): Promise<void> {
  const { kind, on, data, category } = fact;
  await addRow(command.db, 'recorded_wrongly', {
    ...command.labels(),
    id,
    category,
    of_table: 'fact',
    was: { kind, on, data },
    instead: instead && { on: instead },
    reason,
    by_seat: command.actor.seat,
  });
}
