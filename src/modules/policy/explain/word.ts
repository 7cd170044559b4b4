import { wordDay, wordPeriod, wordWeekday } from './day-words.ts';
import { wordsOfKind } from './kind-words.ts';
import type { Explanation, Reason } from './reason.ts';
import { SENTENCES, type Sentences } from './sentences.ts';

export type Language = 'en' | 'es';

/** An explanation in the reader's language: the answer first, then a sentence for each reason. The one place of words. */
export function word(explanation: Explanation, language: Language): string[] {
  const say = SENTENCES[language];
  return [
    headline(explanation, language, say),
    explanation.clause.says[language],
    ...explanation.reasons.flatMap((reason) => sentenceOf(reason, language, say)),
  ];
}

/** What the deadline is counted from: the round before, the day an item brings, or the fact the duty hangs on. */
function hookOf({ anchor, reasons }: Explanation, language: Language, say: Sentences): string {
  for (const reason of reasons) {
    if (reason.code === 'round') return say.round(wordDay(reason.after, language));
    if (reason.code === 'item' && reason.on !== null) return say.after(reason.item, wordDay(reason.on, language));
  }
  return say.after(wordsOfKind(anchor.kind, language), wordDay(anchor.on, language));
}

function headline(explanation: Explanation, language: Language, say: Sentences): string {
  const { duty, clause, reasons } = explanation;
  const due = wordWeekday(duty.due, language);
  const hook = hookOf(explanation, language, say);
  const deadline = reasons.find((reason) => reason.code === 'deadline');
  const period = reasons.find((reason) => reason.code === 'period');
  if (period?.code === 'period') return say.headlineOfPeriod(due, wordPeriod(period, language), hook, clause.cite);
  if (deadline?.code !== 'deadline') return say.headlinePlain(due, clause.cite);
  return say.headline(due, say.length(deadline.amount, deadline.unit), deadline.direction, hook, clause.cite);
}

function sentenceOf(reason: Reason, language: Language, say: Sentences): string[] {
  const day = (value: Parameters<typeof wordDay>[0]) => wordDay(value, language);
  switch (reason.code) {
    case 'deadline':
    case 'period':
    case 'round':
      return [];
    case 'item':
      return [say.item(reason.item)];
    case 'corrected':
      return [say.corrected(day(reason.from))];
    case 'skipped':
      return [say.skipped(wordWeekday(reason.day, language), reason.why)];
    case 'unsure-day':
      return [say.unsureDay(day(reason.day), reason.why)];
    case 'calendar-unknown':
      return [say.calendarUnknown(day(reason.from))];
    case 'last-reading':
      return [say.lastReading(day(reason.lateAfter))];
    case 'paused':
      return [say.paused(day(reason.from), reason.to === null ? null : day(reason.to))];
    case 'met':
      return [reason.late ? say.metLate(day(reason.on)) : say.met(day(reason.on))];
    case 'not-preferred':
      return [say.notPreferred];
    case 'open-parts':
      return [say.openParts(reason.parts.join(', '))];
    case 'near-miss':
      return [
        say.nearMiss(wordsOfKind(reason.kind, language), wordWeekday(reason.on, language), reason.how, reason.why),
      ];
    case 'void':
      return [say.void(reason.because)];
    case 'missed':
      return [say.missed(reason.because, day(reason.on))];
    case 'impossible':
      return [say.impossible];
    case 'outranked':
      return [say.outranked(reason.by)];
    case 'decided':
      return [say.decided(reason.kind)];
    case 'ends':
      return [say.ends(day(reason.until))];
    case 'target':
      return [say.target];
    case 'parameter':
      return [say.parameter(reason.parameter)];
    case 'missed-before':
      return [say.missedBefore(reason.periods.map((one) => wordPeriod(one, language)))];
    case 'exempted-periods':
      return [say.exemptedPeriods(reason.periods.map((one) => wordPeriod(one, language)))];
    case 'numbers-until':
      return [say.numbersUntil(day(reason.until))];
    case 'reading':
      return [say.reading(reason.reading.question, reason.reading.default)];
  }
}
