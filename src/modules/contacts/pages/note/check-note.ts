import { parseDay } from '#shared/calendar-day.ts';
import { lacksWords } from '../../model.ts';
import { words } from '../words.ts';
import type { NoteDraft } from './note-draft.ts';

/** What is wrong with each field, in words; the server looks again. */
export type NoteProblems = Partial<
  Record<'withWhom' | 'on' | 'startedAt' | 'minutesFace' | 'minutesTravel' | 'minutesCall' | 'words' | 'reason', string>
>;

const MOST_MINUTES = 1440;
const tooMany = (minutes: number | null) => minutes !== null && (minutes < 0 || minutes > MOST_MINUTES);

/** Looks a note over before it is signed. A note about a day to come has not happened. */
export function checkNote(draft: NoteDraft, today: string, amends: boolean): NoteProblems {
  const { problems } = words;
  const day = parseDay(draft.day);
  return {
    ...(draft.withWhom.length === 0 ? { withWhom: problems['who-was-there'] } : {}),
    ...(day === null ? { on: problems.day } : {}),
    ...(day !== null && draft.day > today ? { on: problems['has-not-happened'] } : {}),
    ...(tooMany(draft.minutesFace) ? { minutesFace: problems.minutes } : {}),
    ...(tooMany(draft.minutesCall) ? { minutesCall: problems.minutes } : {}),
    ...(tooMany(draft.minutesTravel) ? { minutesTravel: problems.minutes } : {}),
    ...(lacksWords(draft) ? { words: problems['say-what-happened'] } : {}),
    ...(amends && draft.reason.trim().length < 3 ? { reason: problems.reason } : {}),
  };
}
