import { z } from 'zod';
import { type Actor, CAPACITIES, RELATIONS } from '#modules/access/model.ts';
import { type Fact, PROGRAMMES } from '#modules/facts/model.ts';
import type { IsoDay } from '#shared/calendar-day.ts';

const actorSchema = z.object({
  session: z.string(),
  person: z.string(),
  seat: z.string(),
  capacity: z.enum(CAPACITIES),
  agency: z.number(),
  programme: z.enum(PROGRAMMES),
  name: z.string(),
  zone: z.string(),
  today: z.string(),
  locale: z.enum(['en', 'es']),
  through: z.enum(['staff', 'assigned', 'person']),
  steppedUp: z.boolean(),
});

/** What `enter()` answers. */
export const readActor = (value: unknown): Actor => actorSchema.parse(value) as Actor;

/** What `enter()` says may be seen; work of the system sees all and is told nothing. */
const seesSchema = z.object({ sees: z.array(z.string()).default([]) });

const chartSchema = z.object({
  id: z.string(),
  holder: z.number(),
  agency: z.number(),
  programme: z.enum(PROGRAMMES),
  stage: z.string(),
  since: z.string().nullable(),
  evaluatedWith: z.string().nullable(),
});
/** The chart a command works on, as it stands under the lock. */
export type ChartRow = z.output<typeof chartSchema>;

/** A duty as the database holds it: enough to decide about it, and to tell whether the engine now says something else. */
export interface KnownDuty {
  readonly key: string;
  readonly state: string;
  readonly category: string;
  /** The fingerprint of what the engine said; null for a row written before there was one. */
  readonly said: string | null;
}

export interface Opened {
  readonly actor: Actor;
  /** The categories the actor may see. */
  readonly sees: readonly string[];
  readonly answered?: unknown;
  readonly chart: ChartRow | null;
  readonly relations: readonly (typeof RELATIONS)[number][];
  readonly facts: readonly Fact[];
  readonly duties: readonly KnownDuty[];
}

const openedSchema = z.object({
  actor: z.unknown(),
  answered: z.unknown().optional(),
  chart: chartSchema.nullish(),
  relations: z.array(z.enum(RELATIONS)).default([]),
  known: z.custom<Known>((value) => value !== null && typeof value === 'object').optional(),
});

/** What `engine_known` sends: the older facts in the pages they were written in once, those since, and the duties. */
export interface Known {
  readonly pages: readonly (readonly FactColumns[])[];
  readonly facts: readonly FactColumns[];
  readonly duties: readonly DutyColumns[];
}

/** A chart's whole history, in order. */
export function factsOf({ pages, facts }: Pick<Known, 'pages' | 'facts'>): readonly Fact[] {
  const all: Fact[] = [];
  for (const page of pages) for (const columns of page) all.push(factOf(columns));
  for (const columns of facts) all.push(factOf(columns));
  return all;
}

/** A fact as `engine_known` sends it: a position for each column, because keys repeated a hundred times cost more than facts. */
export type FactColumns = readonly [
  seq: number,
  recordedAt: string,
  kind: string,
  on: IsoDay,
  at: string | null,
  data: Fact['data'],
  category: Fact['category'],
  supersedes: number | null,
  withdraws: boolean,
];

/** A duty as `engine_known` sends it. */
export type DutyColumns = readonly [key: string, state: string, category: string, said: string | null];

export const knownDutyOf = ([key, state, category, said]: DutyColumns): KnownDuty => ({ key, state, category, said });

/** Most facts have the same few members, made in one order: a hundred of them are read at every command. */
export function factOf([seq, recordedAt, kind, on, at, data, category, supersedes, withdraws]: FactColumns): Fact {
  if (supersedes === null && !withdraws) {
    return at === null
      ? { seq, recordedAt, kind, on, data, category }
      : { seq, recordedAt, kind, on, data, category, at };
  }
  return {
    ...{ seq, recordedAt, kind, on, data, category },
    ...(at === null ? {} : { at }),
    ...(supersedes === null ? {} : { supersedes }),
    ...(withdraws ? { withdraws } : {}),
  };
}

/** Reads what `open_command` answers. Facts and duties were checked when they were written and are not checked again. */
export function readOpened(value: unknown): Opened {
  const parsed = openedSchema.parse(value);
  return {
    actor: readActor(parsed.actor),
    sees: seesSchema.parse(parsed.actor).sees,
    ...(parsed.answered === undefined ? {} : { answered: parsed.answered }),
    chart: parsed.chart ?? null,
    relations: parsed.relations,
    facts: parsed.known ? factsOf(parsed.known) : [],
    duties: parsed.known?.duties.map(knownDutyOf) ?? [],
  };
}
