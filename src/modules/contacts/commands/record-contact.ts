import type { Command } from '#modules/record/command.ts';
import { wrongField } from '#modules/record/refusal.ts';
import { addRow } from '#modules/record/rows.ts';
import { wallTime } from '#platform/clock/zoned-time.ts';
import { day, type IsoDay } from '#shared/calendar-day.ts';
import { lacksWords, type NoteToSign } from '../model.ts';

/**
 * Signs a note and records what happened. A note about a day or an hour to come is refused, for it has not happened, one
 * whose hour lies on another day, and one of a visit in person without a word about it. Recording is otherwise never refused; the rules judge it afterwards.
 */
export async function recordContact(command: Command, note: NoteToSign): Promise<{ contact: string }> {
  await signNote(command, note, {});
  return { contact: note.id };
}

/** Milliseconds by which the clock of a telephone may go before the program's. */
const CLOCKS_APART = 5 * 60_000;

interface Replaces {
  readonly contact?: string;
  readonly reason?: string;
  readonly factSeq?: number | undefined;
}

export async function signNote(command: Command, note: NoteToSign, replaces: Replaces): Promise<void> {
  if (day(note.on) > day(command.actor.today)) throw wrongField('on', 'has-not-happened');
  if (note.startedAt) checkHour(command, note.on, note.startedAt);
  if (lacksWords(note)) throw wrongField('words', 'say-what-happened');
  if (note.aboutDuty && !isOfThisChart(command, note.aboutDuty)) throw wrongField('aboutDuty', 'not-of-this-chart');
  const seq = command.record({
    kind: note.made ? 'contact.made' : 'contact.attempted',
    on: note.on as IsoDay,
    at: note.startedAt ?? undefined,
    data: factData(note),
    category: note.category,
    supersedes: replaces.factSeq,
    source: { table: 'contact', id: note.id },
  });
  command.detail('contact', note.id);
  await addRow(command.db, 'contact', {
    ...command.labels(),
    category: note.category,
    id: note.id,
    made: note.made,
    with_whom: note.withWhom,
    how: note.how,
    place: note.place,
    on_day: note.on,
    started_at: note.startedAt,
    minutes_face: note.minutesFace,
    minutes_travel: note.minutesTravel,
    minutes_call: note.minutesCall,
    interpreter: note.interpreter,
    topics: note.topics,
    about_duty: note.aboutDuty,
    words: note.words,
    signed_by: command.actor.seat,
    fact_seq: seq,
    supersedes: replaces.contact,
    amend_reason: replaces.reason,
  });
}

/**
 * Whether a duty this writer sees goes by that key in this chart, or went by it: one of each period goes by another once a
 * period is met, and a note may have been begun before.
 */
function isOfThisChart(command: Command, key: string): boolean {
  const [rule, root] = key.split('#');
  return command.duties.some((duty) => {
    const [known, knownRoot] = duty.key.split('#');
    return known === rule && knownRoot === root && command.maySee(duty.category);
  });
}

/** The hour belongs to the day where the agency is: rules in hours go by the one, the order of a record by the other. */
function checkHour({ actor, nowMs }: Command, on: string, startedAt: string): void {
  if (wallTime(startedAt, actor.zone).day !== on) throw wrongField('startedAt', 'another-day');
  if (Date.parse(startedAt) > nowMs + CLOCKS_APART) throw wrongField('startedAt', 'hour-to-come');
}

/** Codes only: the words of the note stay in the note. */
function factData(note: NoteToSign): Record<string, unknown> {
  const always = { contact: note.id, with: note.withWhom, how: note.how };
  if (!note.made) return always;
  const { place: where, minutesFace: face_minutes, minutesCall: minutes, interpreter } = note;
  const optional = { where, face_minutes, minutes, interpreter };
  const said = Object.entries(optional).filter(([, value]) => value !== null && value !== undefined);
  return { ...always, topics: note.topics, ...Object.fromEntries(said) };
}
