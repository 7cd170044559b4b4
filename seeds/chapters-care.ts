import type { How, WithWhom } from '#modules/contacts/model.ts';
import { RIGHTS_ITEMS } from '#modules/enrolment/contract.ts';
import type { Category } from '#modules/facts/model.ts';
import { type CalendarDay, isoDay } from '#shared/calendar-day.ts';
import type { Who } from './seed-chart.ts';
import type { Story } from './story.ts';

/** What `caseload.assign` writes: the one before ends, the new one begins. */
export function careManagerAssigned(
  story: Story,
  at: number,
  by: Who,
  seat: string,
  reason: string | null = null,
): void {
  const id = story.random.id(at);
  const on = isoDay(story.today(at));
  released(story, at, reason);
  story.add('relationship', by, {
    id,
    seat,
    kind: 'accountable',
    from_day: on,
    to_day: null,
    reason,
    given_by: by.seat,
  });
  story.record(at, by, {
    kind: 'accountable.assigned',
    on,
    data: { person: seat },
    source: { table: 'relationship', id },
  });
  story.done(at, by, 'caseload.assigned', { seat });
}

/** Nobody is accountable from that day on. */
export function released(story: Story, at: number, reason: string | null): void {
  for (const { table, values } of story.rows) {
    if (table !== 'relationship' || values.kind !== 'accountable' || values.to_day !== null) continue;
    values.to_day = isoDay(story.today(at));
    if (reason !== null) values.reason = reason;
  }
}

export interface SeedConsent {
  readonly givenBy: string;
  readonly authority: 'parent' | 'legal-guardian' | 'self';
  readonly language: string;
}

const GIVEN_BY = { parent: 'parent', 'legal-guardian': 'guardian', self: 'youth' } as const;

/** What `enrolment.start` writes, on the day it is written. */
export function enrolled(story: Story, at: number, by: Who, consent: SeedConsent): void {
  const id = story.random.id(at);
  const on = isoDay(story.today(at));
  const { givenBy, authority, language } = consent;
  const items = [...RIGHTS_ITEMS];
  story.add('consent', by, {
    id,
    given_by: givenBy,
    authority,
    purpose: 'care-management',
    given_on: on,
    method: 'signed',
    language,
    items,
  });
  story.add('enrolment', by, { id, started_on: on, ended_on: null, ground: null });
  const source = { table: 'consent', id };
  story.record(at, by, { kind: 'rights.given', on, data: { receipt: true }, source });
  story.record(at, by, {
    kind: 'consent.given',
    on,
    data: { consent: id, for: 'care-management', by: GIVEN_BY[authority] },
    source,
  });
  const data = { enrolment: id, service: 'care-management' };
  story.record(at, by, { kind: 'enrolment.started', on, data, source: { table: 'enrolment', id } });
  story.done(at, by, 'enrolment.started');
}

/** What `enrolment.end` writes; the care manager's accountability ends with it. */
export function ended(story: Story, at: number, by: Who, ground: string): void {
  const on = isoDay(story.today(at));
  const open = story.rows.findLast(({ table, values }) => table === 'enrolment' && values.ended_on === null);
  if (!open) throw new Error('no enrolment is open');
  Object.assign(open.values, { ended_on: on, ground });
  released(story, at, null);
  story.record(at, by, { kind: 'enrolment.ended', on, data: { ground } });
  story.done(at, by, 'enrolment.ended', { ground });
}

export interface SeedNote {
  readonly made: boolean;
  readonly withWhom: readonly WithWhom[];
  readonly how: How;
  readonly place?: string | null;
  readonly on: CalendarDay;
  /** Milliseconds since 1970. */
  readonly startedAt?: number | null;
  readonly minutesFace?: number | null;
  readonly minutesTravel?: number | null;
  readonly minutesCall?: number | null;
  readonly interpreter?: 'none-needed' | 'used' | 'not-available' | null;
  readonly topics?: readonly string[];
  readonly words: string;
  readonly category?: Category;
}

/** What `contacts.record` writes. Returns the note's id. */
export function noteSigned(story: Story, at: number, by: Who, note: SeedNote): string {
  const id = story.random.id(at);
  const on = isoDay(note.on);
  const category = note.category ?? 'mental-health';
  const startedAt = note.startedAt == null ? null : new Date(note.startedAt).toISOString();
  const kind = note.made ? 'contact.made' : 'contact.attempted';
  const seq = story.record(at, by, {
    kind,
    on,
    at: startedAt ?? undefined,
    data: noteData(id, note),
    category,
    source: { table: 'contact', id },
  });
  story.add('contact', by, {
    category,
    id,
    made: note.made,
    with_whom: note.withWhom,
    how: note.how,
    place: note.place ?? null,
    on_day: on,
    started_at: startedAt,
    minutes_face: note.minutesFace ?? null,
    minutes_travel: note.minutesTravel ?? null,
    minutes_call: note.minutesCall ?? null,
    interpreter: note.interpreter ?? null,
    topics: note.topics ?? [],
    about_duty: null,
    words: note.words,
    signed_at: new Date(at).toISOString(),
    signed_by: by.seat,
    fact_seq: seq,
    supersedes: null,
    amend_reason: null,
  });
  return id;
}

/** Codes only, as signing a note records them. */
function noteData(id: string, note: SeedNote): Record<string, unknown> {
  const always = { contact: id, with: note.withWhom, how: note.how };
  if (!note.made) return always;
  const { place: where, minutesFace: face_minutes, minutesCall: minutes, interpreter } = note;
  const optional = { where, face_minutes, minutes, interpreter };
  const said = Object.entries(optional).filter(([, value]) => value !== null && value !== undefined);
  return { ...always, topics: note.topics ?? [], ...Object.fromEntries(said) };
}

/** What `facts.record` writes: something happened whose own screen is elsewhere. */
export function happened(
  story: Story,
  at: number,
  by: Who,
  kind: string,
  on: CalendarDay,
  data: Readonly<Record<string, unknown>> = {},
  category: Category = 'general',
): void {
  story.record(at, by, { kind, on: isoDay(on), data, category });
}
