import { z } from 'zod';
import type { Overview } from '#modules/chart/contract.ts';
import { CATEGORIES } from '#modules/facts/model.ts';
import { instantOf, wallTime } from '#platform/clock/zoned-time.ts';
import { newId } from '#web/staff/data/new-id.ts';
import { ZONE } from '#web/staff/here.ts';
import { HOW, INTERPRETERS, isCall, PLACES, type SignedNote, TOPICS, WITH_WHOM } from '../../model.ts';

/**
 * A note while it is written, as its draft is kept. `ids` were made when it was begun, one for this chart and one for
 * each sibling's, so that signing twice is signing once.
 */
export const NoteDraft = z.object({
  ids: z.record(z.string(), z.string()),
  made: z.boolean(),
  withWhom: z.array(z.enum(WITH_WHOM)),
  how: z.enum(HOW),
  place: z.enum(PLACES).nullable(),
  day: z.string(),
  start: z.string(),
  minutesFace: z.number().nullable(),
  minutesTravel: z.number().nullable(),
  /** Drafts begun before calls were asked how long they took have none. */
  minutesCall: z.number().nullable().default(null),
  interpreter: z.enum(INTERPRETERS).nullable(),
  topics: z.array(z.enum(TOPICS)),
  aboutDuty: z.string().nullable(),
  category: z.enum(CATEGORIES),
  words: z.string(),
  siblings: z.array(z.string()),
  reason: z.string(),
});
export type NoteDraft = z.output<typeof NoteDraft>;

/** A kept draft if it fits the form of today. */
export function readNoteDraft(body: unknown): NoteDraft | null {
  const read = NoteDraft.safeParse(body);
  if (!read.success) return null;
  // Kept before calls had a length; one that was left empty since stays empty.
  const older = !Object.hasOwn(Object(body), 'minutesCall');
  return older ? { ...read.data, minutesCall: lengthOfCall(read.data) } : read.data;
}

/** How long a contact by video took stood among minutes face to face before calls had a length of their own. */
const lengthOfCall = ({ how, minutesCall, minutesFace }: Pick<SignedNote, 'how' | 'minutesCall' | 'minutesFace'>) =>
  minutesCall ?? (how === 'video' ? minutesFace : null);

/** What a note begins with: where nobody asked whether one is wanted, it claims nothing. */
const INTERPRETER_FOR = { true: 'used', false: 'none-needed', null: null } as const;

/** Begun now: contact made with the caregiver by telephone, the interpreter as the youth's needs say. */
export function freshNote(
  { header, now }: Pick<Overview, 'header' | 'now'>,
  id: string,
  aboutDuty: string | null,
): NoteDraft {
  const { day, hour } = wallTime(now, ZONE);
  return {
    ids: { [header.id]: id },
    made: true,
    withWhom: ['caregiver'],
    how: 'telephone',
    place: null,
    day,
    start: hour,
    minutesFace: null,
    minutesTravel: null,
    minutesCall: null,
    interpreter: INTERPRETER_FOR[`${header.youth.interpreter}`],
    topics: [],
    aboutDuty,
    category: 'mental-health',
    words: '',
    siblings: [],
    reason: '',
  };
}

/** The same words as another note: what was signed under the ids it had stays as it is. */
export function ofItsOwn(draft: NoteDraft): NoteDraft {
  return { ...draft, ids: Object.fromEntries(Object.keys(draft.ids).map((chart) => [chart, newId()])) };
}

const among = <T extends string>(known: readonly T[], text: string | null): T | null =>
  known.find((one) => one === text) ?? null;

/** A signed note opened again to be amended. */
export function draftOf(note: SignedNote, chart: string, id: string): NoteDraft {
  return {
    ids: { [chart]: id },
    made: note.made,
    withWhom: note.withWhom.flatMap((code) => among(WITH_WHOM, code) ?? []),
    how: among(HOW, note.how) ?? 'other',
    place: among(PLACES, note.place),
    day: note.on,
    start: note.startedAt ? wallTime(note.startedAt, ZONE).hour : '',
    minutesFace: note.minutesFace,
    minutesTravel: note.minutesTravel,
    minutesCall: lengthOfCall(note),
    interpreter: among(INTERPRETERS, note.interpreter),
    topics: note.topics.flatMap((code) => among(TOPICS, code) ?? []),
    aboutDuty: note.aboutDuty ?? null,
    category: among(CATEGORIES, note.category) ?? 'mental-health',
    words: note.words ?? '',
    siblings: [],
    reason: '',
  };
}

/**
 * What is sent to be signed. A call has a length, and no place and no travel, an attempt no minutes with anybody: nothing said of them would
 * be true, though the form keeps them in case the answer above changes back. A visit nobody opened to was driven to all the same.
 */
export function noteToSign(draft: NoteDraft, chart: string) {
  const { made, withWhom, how, place, topics, category, words, interpreter } = draft;
  const startedAt = draft.start === '' ? null : instantOf({ day: draft.day, hour: draft.start }, ZONE);
  const there = how === 'in-person' ? { place, minutesTravel: draft.minutesTravel } : {};
  const met = made ? { ...lengthOf(draft), interpreter } : {};
  return {
    id: draft.ids[chart] ?? '',
    made,
    withWhom,
    how,
    on: draft.day,
    startedAt,
    topics,
    category,
    words,
    aboutDuty: draft.aboutDuty,
    ...there,
    ...met,
  };
}

/** Minutes face to face of a visit, and of a call its length; a letter has none. */
function lengthOf(draft: NoteDraft): Partial<Pick<NoteDraft, 'minutesFace' | 'minutesCall'>> {
  if (draft.how === 'in-person') return { minutesFace: draft.minutesFace };
  return isCall(draft) ? { minutesCall: draft.minutesCall } : {};
}
