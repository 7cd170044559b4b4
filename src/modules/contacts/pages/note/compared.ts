import type { ComparedField } from '#design-system/lists/side-by-side.tsx';
import { fullDay } from '#design-system/time/day-words.ts';
import { codeLabel } from '#modules/duties/pages/facts/code-words.ts';
import { parseDay } from '#shared/calendar-day.ts';
import { words } from '../words.ts';
import type { NoteDraft } from './note-draft.ts';

const { form, withWhom, how, place, topics, interpreter } = words;

const dayWords = (day: string): string => {
  const parsed = parseDay(day);
  return parsed === null ? day : fullDay(parsed);
};
const minutes = (value: number | null): string => (value === null ? '' : String(value));

/** Each field of a note as its form words it. */
const SAID: readonly (readonly [string, (note: NoteDraft) => string])[] = [
  [form.words, (note) => note.words],
  [form.made, ({ made }) => (made ? form.madeYes : form.madeNo)],
  [form.withWhom, (note) => note.withWhom.map((code) => withWhom[code]).join(', ')],
  [form.how, (note) => how[note.how]],
  [form.day, ({ day }) => dayWords(day)],
  [form.start, ({ start }) => start],
  [form.place, (note) => (note.place === null ? '' : place[note.place])],
  [form.minutesFace, ({ minutesFace }) => minutes(minutesFace)],
  [form.minutesCall, ({ minutesCall }) => minutes(minutesCall)],
  [form.minutesTravel, ({ minutesTravel }) => minutes(minutesTravel)],
  [form.interpreter, (note) => (note.interpreter === null ? '' : interpreter[note.interpreter])],
  [form.topics, (note) => note.topics.map((code) => topics[code]).join(', ')],
  [form.category, ({ category }) => codeLabel(category)],
  [form.reason, ({ reason }) => reason],
];

/** Two versions of a note: its words, and whatever else differs. */
export function comparedNotes(mine: NoteDraft, theirs: NoteDraft): readonly ComparedField[] {
  return SAID.map(([label, say]) => {
    const [left, right] = [say(mine), say(theirs)];
    return { label, left, right, match: left === right ? ('same' as const) : ('differs' as const) };
  }).filter(({ label, match }) => label === form.words || match === 'differs');
}
