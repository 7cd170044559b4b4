import { z } from 'zod';
import { id, read } from '#modules/record/operation.ts';
import { WHOSE } from '../contract.ts';

export const GROUPINGS = ['due', 'clause', 'youth'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** The times duties are grouped under; "waiting" is a list of its own. */
export const TIMES = ['late', 'past-target', 'today', 'soon', 'later', 'waiting'] as const;
export type Time = (typeof TIMES)[number];

/** One way of looking at the worklist: codes only, so that it may stand in an address and be shared. */
export const WorklistFilter = z.strictObject({
  whose: z.enum(WHOSE),
  group: z.enum(GROUPINGS),
  time: z.enum(TIMES).nullable(),
  clause: z
    .string()
    .regex(/^[a-z0-9.-]{1,80}$/)
    .nullable(),
});
export type WorklistFilter = z.output<typeof WorklistFilter>;

const SavedFilter = z.object({
  id,
  name: z.string(),
  filter: WorklistFilter,
  shared: z.boolean(),
  /** Who shares it; null for one's own. */
  by: z.string().nullable(),
});
export type SavedFilter = z.output<typeof SavedFilter>;

/** What a seat may keep; more than anybody looks through. */
export const MOST_FILTERS = 40;

const own = {
  permission: 'worklist.read',
  audit: { none: 'One’s own way of looking at the list, about nobody' },
} as const;

export const listFilters = read({
  ...own,
  name: 'worklists.filters',
  path: '/api/worklist/filters',
  says: 'Saved filters: one’s own and those the team shares, and which one the list opens with.',
  answer: z.object({ filters: z.array(SavedFilter), opensWith: id.nullable() }),
});

const done = z.object({ done: z.literal(true) });
const params = z.object({ filter: z.uuid() });

export const saveFilter = {
  ...read({
    ...own,
    name: 'worklists.save-filter',
    path: '/api/worklist/filters/:filter',
    says: 'Saves a filter of one’s own under a name, or changes it. 409 `already-there` when the name is taken.',
    params,
    body: z.strictObject({ name: z.string().trim().min(1).max(60), filter: WorklistFilter, shared: z.boolean() }),
    answer: done,
  }),
  method: 'PUT' as const,
};

export const removeFilter = {
  ...read({
    ...own,
    name: 'worklists.remove-filter',
    path: '/api/worklist/filters/:filter',
    says: 'Throws away a filter of one’s own.',
    params,
    answer: done,
  }),
  method: 'DELETE' as const,
};

export const openWith = {
  ...read({
    ...own,
    name: 'worklists.open-with',
    path: '/api/worklist/opening',
    says: 'Says which saved filter the list opens with; null for the usual one.',
    body: z.strictObject({ filter: id.nullable() }),
    answer: done,
  }),
  method: 'PUT' as const,
};
