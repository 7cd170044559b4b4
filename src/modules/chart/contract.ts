import { z } from 'zod';
import { ask, chartParams, read } from '#modules/record/operation.ts';
import { OwedItem } from '#modules/worklists/contract.ts';
import { SaidLanguage } from '#modules/youth/languages.ts';

const dated = { from: z.string(), to: z.string().nullable() };

export const Header = z.object({
  id: z.string(),
  number: z.number(),
  programme: z.string(),
  stage: z.string(),
  stageSince: z.string().nullable(),
  lastContactOn: z.string().nullable(),
  /** The day since which the youth is missing; null where nobody says so. */
  missingSince: z.string().nullable(),
  agency: z.object({ id: z.number(), name: z.string(), short: z.string() }),
  youth: z.object({
    legalFirst: z.string(),
    legalLast: z.string(),
    preferredName: z.string().nullable(),
    pronouns: z.string().nullable(),
    gender: z.string().nullable(),
    born: z.string().nullable(),
    bornEstimated: z.boolean(),
    age: z.number().nullable(),
    languages: z.array(SaidLanguage),
    /** Null: nobody asked. */
    interpreter: z.boolean().nullable(),
    raceEthnicity: z.array(z.string()),
    county: z.string().nullable(),
    revision: z.number(),
  }),
  careManager: z.object({ seat: z.string(), name: z.string(), since: z.string() }).nullable(),
  alerts: z.array(z.object({ id: z.string(), code: z.string(), words: z.string() })),
  coverage: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      plan: z.string().nullable(),
      planState: z.string().nullable(),
      memberNumber: z.string().nullable(),
      ...dated,
    }),
  ),
});

/** One mark on the timeline. `seq` is its place among those the reader sees, by day; never the number of its fact. */
export const Mark = z.object({
  seq: z.number(),
  kind: z.string(),
  on: z.string(),
  data: z.record(z.string(), z.unknown()),
  source: z.string().nullable(),
});

/** What is owed or was: also the day a duty was met, where it was. */
export const ChartDuty = OwedItem.extend({ metOn: z.string().nullable() });
export type ChartDuty = z.output<typeof ChartDuty>;

export const Overview = z.object({
  header: Header,
  today: z.string(),
  now: z.string(),
  owed: z.array(ChartDuty),
  relatives: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      relationship: z.string(),
      livesWith: z.boolean().nullable(),
      languages: z.array(SaidLanguage),
      interpreter: z.boolean().nullable(),
      authority: z.string(),
      ...dated,
      /** An order this reader may see forbids contact with the youth, and nobody said that it ended. */
      noContact: z.boolean(),
    }),
  ),
  contactPoints: z.array(
    z.object({
      id: z.string(),
      relative: z.string().nullable(),
      kind: z.string(),
      value: z.string(),
      extension: z.string().nullable(),
      city: z.string().nullable(),
      state: z.string().nullable(),
      zip: z.string().nullable(),
      county: z.string().nullable(),
      voicemail: z.boolean().nullable(),
      textOk: z.boolean().nullable(),
      confidential: z.boolean(),
      seenBy: z.string().nullable(),
      shareWith: z.array(z.string()),
      ...dated,
    }),
  ),
  identifiers: z.array(z.object({ kind: z.string(), value: z.string() })),
  school: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      district: z.string().nullable(),
      grade: z.string().nullable(),
      support: z.string().nullable(),
      lastIepOn: z.string().nullable(),
      nextAnnualOn: z.string().nullable(),
      ...dated,
    }),
  ),
  enrolments: z.array(
    z.object({ id: z.string(), startedOn: z.string(), endedOn: z.string().nullable(), ground: z.string().nullable() }),
  ),
  links: z.array(z.object({ chart: z.string(), kind: z.string(), name: z.string() })),
  marks: z.array(Mark),
});
export type Overview = z.output<typeof Overview>;

export const openChart = read({
  name: 'chart.open',
  path: '/api/charts/:chart',
  says: 'Everything the chart’s first screen needs. Opening is audited before the answer is given.',
  permission: 'chart.read',
  audit: { event: 'chart.opened' },
  params: chartParams,
  answer: Overview,
});

export const Found = z.object({
  chart: z.string(),
  number: z.number(),
  name: z.string(),
  legalName: z.string(),
  born: z.string().nullable(),
  stage: z.string(),
  county: z.string().nullable(),
  careManager: z.string().nullable(),
  /** Which agency holds the chart, where no more than that may be known. */
  holderName: z.string().optional(),
  /** Whether the reader’s own referral brought the youth there; said only where no more than the holder may be known. */
  referral: z.boolean().optional(),
  by: z.string(),
});

export const searchCharts = ask({
  name: 'chart.search',
  path: '/api/search',
  says: 'Youths by part of a name (accents and sounds forgiven) or of a name in the family, number of the chart, identifier (also its digits alone) or telephone; only those the reader may see.',
  permission: 'chart.search',
  audit: { event: 'chart.searched' },
  body: z.strictObject({ text: z.string().trim().min(2).max(100), limit: z.number().int().min(1).max(50).default(20) }),
  answer: z.object({ found: z.array(Found) }),
});

export const listCharts = read({
  name: 'chart.list',
  path: '/api/charts',
  says: 'Youths of the agency by stage or care manager, with days since the last successful contact.',
  permission: 'chart.search',
  audit: { event: 'chart.listed' },
  query: z.object({
    whose: z.enum(['mine', 'team', 'agency']).default('mine'),
    stage: z.string().max(40).optional(),
    quietDays: z.coerce.number().int().min(1).max(366).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(100),
    after: z.uuid().optional(),
  }),
  answer: z.object({
    today: z.string(),
    charts: z.array(
      z.object({
        chart: z.string(),
        number: z.number(),
        name: z.string(),
        born: z.string().nullable(),
        age: z.number().nullable(),
        stage: z.string(),
        stageSince: z.string().nullable(),
        lastContactOn: z.string().nullable(),
        careManager: z.string().nullable(),
        owedLate: z.number(),
        owedSoon: z.number(),
      }),
    ),
  }),
});

export const readLooks = read({
  name: 'chart.looks',
  path: '/api/charts/:chart/looks',
  says: 'Who looked at this chart, when, in which capacity; with `lists`, also who had it in a list or a search.',
  permission: 'chart.looks',
  audit: { event: 'chart.looks-read' },
  params: chartParams,
  query: z.object({
    limit: z.coerce.number().int().min(1).max(5000).default(100),
    lists: z.literal('with').optional(),
  }),
  answer: z.object({
    looks: z.array(
      z.object({
        at: z.string(),
        name: z.string().nullable(),
        capacity: z.string().nullable(),
        agency: z.string().nullable(),
        operation: z.string(),
        outcome: z.string(),
        own: z.boolean(),
        /** Whether it stood among others, in a list or a search, and was not opened. */
        listed: z.boolean(),
      }),
    ),
  }),
});
