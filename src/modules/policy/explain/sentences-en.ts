import type { NearMiss } from './reason.ts';
import type { Sentences } from './sentences.ts';

const MISSES: Readonly<Record<NearMiss, string>> = {
  attempted: 'nobody was reached',
  'wrong-person': 'it was with somebody else',
  'other-way': 'it was in another way',
  'other-content': 'it was of another sort',
  'too-early': 'it came before the time that counts',
  'too-late': 'it came after the time that counts',
  'about-something-else': 'it was about something else',
};

const WAYS: Readonly<Record<string, string>> = {
  'in-person': 'in person',
  video: 'by video',
  telephone: 'by telephone',
  text: 'by text message',
  'e-mail': 'by e-mail',
  letter: 'by letter',
};

const VOIDS = {
  withdrawn: 'Not owed: what it hung on was taken back.',
  'no-longer-fits': 'Not owed: what it hung on was corrected, and the rule no longer fits.',
  'care-ended': 'Not owed: care management ended before it was due.',
  ended: 'Not owed: it ended before it was due.',
  suspended: 'Suspended: the clock starts anew when the pause ends.',
  voided: 'Not owed: something came first that takes it away.',
  replaced: 'Not owed: a later one took its place.',
  outranked: 'Not owed: a stronger rule takes its place.',
} as const;

const ENDED_WITH: Readonly<Record<keyof typeof VOIDS, string>> = {
  withdrawn: 'what it hung on was taken back',
  'no-longer-fits': 'what it hung on was corrected',
  'care-ended': 'it ended with the enrolment',
  ended: 'what it was for had ended',
  suspended: 'the clock stopped, and starts anew when the pause ends',
  voided: 'something came that takes it away',
  replaced: 'a later one took its place',
  outranked: 'a stronger rule takes its place',
};

const SINGULAR = {
  hours: 'hour',
  'calendar days': 'calendar day',
  'business days': 'business day',
  weeks: 'week',
  months: 'month',
  years: 'year',
} as const;

const DECIDED: Readonly<Record<string, string>> = {
  exempted: 'it need not be done',
  delegated: 'a colleague does it',
  met: 'it was done, as they say and the evidence shows',
  'met-late': 'it was done late, as they say and the evidence shows',
};

export const ENGLISH: Sentences = {
  headline: (due, length, direction, hook, cite) => `Due ${due}: ${length} ${direction} ${hook} (${cite}).`,
  headlineOfPeriod: (due, label, hook, cite) => `Due ${due}: for ${label}, in each period after ${hook} (${cite}).`,
  headlinePlain: (due, cite) => `Due ${due} (${cite}).`,
  after: (what, day) => `${what} on ${day}`,
  length: (amount, unit) => `${amount} ${amount === 1 ? SINGULAR[unit] : unit}`,
  item: (item) => `This one is for ${item}.`,
  round: (day) => `the one that was due on ${day} and need not be done`,
  corrected: (day) => `It was first recorded as ${day} and then corrected.`,
  skipped: (day, why) => `${day} was not counted: ${why}.`,
  unsureDay: (day, why) => `Sources disagree whether offices work on ${day} (${why}): the strict reading counts it.`,
  calendarUnknown: (day) => `The calendar of holidays does not reach to ${day}; only weekends were left out.`,
  lastReading: (day) => `It is late only after ${day}, the last day under any reading.`,
  paused: (from, to) =>
    to === null ? `The count has stood still since ${from}.` : `The count stood still from ${from} until ${to}.`,
  met: (day) => `Done on ${day}, on time.`,
  metLate: (day) => `Done on ${day}, late.`,
  notPreferred: 'Done, though not in the way the rule prefers.',
  openParts: (parts) => `Still open: ${parts}.`,
  nearMiss: (what, day, how, why) => {
    const when = how === null || WAYS[how] === undefined ? day : `${day}, ${WAYS[how]}`;
    return why === 'attempted'
      ? `Tried on ${when}: ${MISSES[why]}, so it does not count.`
      : `${what} on ${when} does not count: ${MISSES[why]}.`;
  },
  void: (because) => VOIDS[because],
  missed: (because, day) =>
    `Missed, and ended on ${day}: ${ENDED_WITH[because]}. Nobody owes it any more; it stays in the history.`,
  impossible:
    'Nobody could have done it in time: the day was past when this was first recorded. It is not a violation.',
  outranked: (by) => `A stronger rule takes its place: ${by}.`,
  decided: (how) => `Somebody decided: ${DECIDED[how] ?? how}.`,
  ends: (day) => `Nobody owes it any more from ${day}.`,
  target: 'A target, never a violation: the source sets no deadline of its own, or is not strong enough.',
  parameter: ({ key, value, default: standard, source, overridden }) =>
    overridden
      ? `${key} is ${String(value)}, set by the agency; the default is ${String(standard)} (${source}).`
      : `${key} is ${String(value)} (${source}).`,
  exemptedPeriods: (periods) => `Somebody decided that it need not be done: ${periods.join('; ')}.`,
  missedBefore: (periods) => `Missed before, and past doing: ${periods.join('; ')}.`,
  numbersUntil: (day) => `Other numbers count since ${day}; this goes by those there were before.`,
  reading: (question, answer) => `${question} ${answer}`,
};
