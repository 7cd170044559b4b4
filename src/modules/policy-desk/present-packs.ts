import type { z } from 'zod';
import type { PolicyShelf } from '#modules/duties/policy-shelf.ts';
import type { Programme } from '#modules/facts/model.ts';
import { type Pack, titledBy, type Words } from '#modules/policy/index.ts';
import type { Rule } from '#modules/policy/rules/rule.ts';
import { addDays, type CalendarDay, day, isoDay } from '#shared/calendar-day.ts';
import type { readClauses, readPacks } from './contract.ts';
import { type Edition, hashesOf } from './editions/edition.ts';
import { capital, termName } from './parts-of-rules.ts';
import { countingOn, type StoredOverride } from './queries.ts';
import { ruleWords } from './rule-words.ts';

/** How far ahead closed days are listed. */
const AHEAD_DAYS = 400;

/** The packs of a programme with the editions of each, and the calendars they count by. */
export function presentPacks(
  shelf: PolicyShelf,
  programme: Programme,
  today: string,
  editions: ReadonlyMap<string, readonly Edition[]>,
): z.output<typeof readPacks.answer> {
  const packs = shelf.packs.filter((pack) => pack.programme === programme);
  const used = new Set(packs.map(({ calendar }) => calendar));
  return {
    packs: packs.map((pack) => ({
      id: pack.id,
      programme: pack.programme,
      title: pack.title,
      version: pack.version,
      from: isoDay(pack.from),
      reviewBy: dayText(pack.reviewBy),
      reviewOverdue: pack.reviewBy !== null && pack.reviewBy < day(today),
      hash: hashesOf(shelf, pack).hash,
      editions: (editions.get(pack.id) ?? [])
        .map(({ version, hash, calendarHash, recordedAt }) => ({ version, hash, calendarHash, recordedAt }))
        .reverse(),
      calendar: pack.calendar,
      zone: pack.zone,
      clauses: pack.clauses.length,
      rules: pack.clauses.reduce((sum, { rules }) => sum + rules.length, 0),
      sources: [...new Set(pack.clauses.map(({ source }) => source))],
      notLoaded: pack.notLoaded.map(({ name, why }) => ({ name, why })),
    })),
    calendars: shelf.calendars
      .filter(({ id }) => used.has(id))
      .map((calendar) => ({
        id: calendar.id,
        title: calendar.title,
        source: calendar.source,
        confidence: calendar.confidence,
        ahead: namedDays(calendar, day(today)),
        knowsToday: calendar.knows(day(today)),
      })),
  };
}

function namedDays(
  calendar: PolicyShelf['calendars'][number],
  from: CalendarDay,
): { day: string; name: string; unsure: boolean }[] {
  return Array.from({ length: AHEAD_DAYS }, (_, n) => addDays(from, n)).flatMap((one) => {
    const name = calendar.nameOf(one);
    return name === undefined || name === 'weekend'
      ? []
      : [{ day: isoDay(one), name, unsure: calendar.standing(one) === 'unsure' }];
  });
}

interface Wish {
  readonly on: string | undefined;
  readonly today: string;
  readonly now: string;
}

/** A word of the rules without a title of its own goes by its name: a clause may hold several, and has one title. */
function titleOf(rule: Rule, clause: { readonly title: Words }): Words {
  if (rule.kind !== 'term' || rule.title !== clause.title) return rule.title;
  const name = capital(termName(rule.id));
  return { en: name, es: name };
}

/** The clauses of a pack; with a day only those in force on it. Numbers are the agency's own where it set them. */
export function presentClauses(
  pack: Pack,
  overrides: readonly StoredOverride[],
  { on, today, now }: Wish,
): z.output<typeof readClauses.answer> {
  const counting = countingOn(overrides, on ?? today, now);
  const parameters = pack.clauses.flatMap((clause) => clause.parameters);
  const settings = new Map(parameters.map(({ key, is }) => [key, counting.get(key)?.value ?? is]));
  const inForce = titledBy(pack, settings).clauses.filter(
    ({ from, to }) => on === undefined || (from <= day(on) && (to === null || to >= day(on))),
  );
  return {
    clauses: inForce.map((clause) => ({
      id: clause.id,
      group: groupOf(clause.place.file),
      cite: clause.cite,
      source: clause.source,
      authority: clause.authority,
      force: clause.force,
      confidence: clause.confidence,
      from: isoDay(clause.from),
      to: dayText(clause.to),
      title: clause.title,
      says: clause.says,
      readings: clause.readings.map(({ question, default: usual, otherwise }) => ({
        question,
        default: usual,
        otherwise,
      })),
      rules: clause.rules.map((rule) => ({
        id: rule.id,
        kind: rule.kind,
        title: titleOf(rule, clause),
        words: ruleWords(rule, settings),
      })),
      parameters: clause.parameters.map((parameter) => {
        const override = counting.get(parameter.key);
        return {
          key: parameter.key,
          name: parameter.name,
          default: parameter.is,
          value: override?.value ?? parameter.is,
          source: parameter.source,
          confidence: parameter.confidence,
          override: override ? { ...override, inForce: true } : null,
        };
      }),
    })),
  };
}

const dayText = (value: CalendarDay | null): string | null => (value === null ? null : isoDay(value));

/** `nj-cmo/contacts.yaml` holds the group `contacts`. */
const groupOf = (file: string): string => (file.split('/').at(-1) ?? file).replace(/\.ya?ml$/, '');
