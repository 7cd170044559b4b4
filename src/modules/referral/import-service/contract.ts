import { z } from 'zod';
import { command, id, read } from '#modules/record/operation.ts';
import { type ImportColumn, importColumns } from '../import/columns.ts';
import { USUAL_SOURCE } from '../import/sender.ts';

/** Longest file taken, in characters: some ten thousand referrals. */
export const LONGEST_FILE = 5_000_000;
/** The same as a request, where quotes and line ends are written with a backslash. */
const BODY_LIMIT = 12_000_000;

const file = { fileName: z.string().trim().min(1).max(200), text: z.string().min(1).max(LONGEST_FILE) };
const Mapping = z.partialRecord(
  z.enum(importColumns as readonly [ImportColumn, ...ImportColumn[]]),
  z.number().int().nonnegative(),
);
const problem = z.object({
  field: z.string(),
  code: z.string(),
  detail: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
const counts = z.record(z.string(), z.number());
const importParams = z.object({ import: z.uuid() });

export const previewImport = {
  ...read({
    name: 'import.preview',
    path: '/api/imports/preview',
    says: 'Reads a file of referrals and says what would become of each row. Writes nothing.',
    permission: 'referral.import',
    audit: { event: 'import.previewed' },
    body: z.strictObject({
      ...file,
      mapping: Mapping.optional(),
      source: z.string().trim().min(1).max(120).default(USUAL_SOURCE),
    }),
    answer: z.object({
      columns: z.array(z.string()),
      mapping: Mapping,
      missing: z.array(z.string()),
      delimiter: z.string(),
      problems: z.array(problem),
      rows: z.number(),
      counts: z.object({ outcomes: counts, tasks: counts, problems: counts }),
      first: z.array(
        z.object({
          line: z.number(),
          outcome: z.string(),
          externalId: z.string().nullable(),
          name: z.string().nullable(),
          birthDay: z.string().nullable(),
          tasks: z.array(z.string()),
          problems: z.array(problem),
          notes: z.array(problem),
        }),
      ),
    }),
  }),
  method: 'POST' as const,
  bodyLimit: BODY_LIMIT,
};

export const startImport = {
  ...command({
    name: 'import.start',
    path: '/api/imports',
    says: 'Imports a file of referrals in the background; its rows are registered one chart each.',
    permission: 'referral.import',
    audit: { event: 'import.started' },
    body: z.strictObject({
      id,
      ...file,
      mapping: Mapping.optional(),
      source: z.string().trim().min(1).max(120).default(USUAL_SOURCE),
    }),
    answer: z.object({ import: id, rows: z.number() }),
  }),
  bodyLimit: BODY_LIMIT,
};

const importHead = z.object({
  id,
  fileName: z.string(),
  source: z.string(),
  at: z.string(),
  by: z.string().nullable(),
  state: z.enum(['running', 'finished', 'stopped']),
  rows: z.number(),
  done: z.number(),
  counts,
});

export const listImports = read({
  name: 'import.list',
  path: '/api/imports',
  says: 'The agency’s imports, the latest first.',
  permission: 'referral.import',
  audit: { event: 'import.listed' },
  answer: z.object({ imports: z.array(importHead) }),
});

export const readImport = read({
  name: 'import.read',
  path: '/api/imports/:import',
  says: 'How far an import is and what became of its rows.',
  permission: 'referral.import',
  audit: { event: 'import.read' },
  params: importParams,
  query: z.object({
    outcome: z.enum(['registered', 'with-tasks', 'unreadable', 'already-here']).optional(),
    after: z.coerce.number().int().nonnegative().default(0),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  answer: importHead.extend({
    results: z.array(
      z.object({
        row: z.number(),
        outcome: z.string(),
        chart: z.string().nullable(),
        number: z.number().nullable(),
        name: z.string().nullable(),
        tasks: z.array(z.string()),
        problems: z.array(problem),
        words: z.array(z.string()),
      }),
    ),
    more: z.boolean(),
  }),
});

export const readRowToMend = read({
  name: 'import.row',
  path: '/api/imports/:import/rows/:row',
  says: 'A row that could not be read, with its cells under our names and why, to be mended in the form.',
  permission: 'referral.import',
  audit: { event: 'import.row-read' },
  params: importParams.extend({ row: z.coerce.number().int().positive() }),
  answer: z.object({
    fileName: z.string(),
    cells: z.partialRecord(z.enum(importColumns as readonly [ImportColumn, ...ImportColumn[]]), z.string()),
    words: z.array(z.string()),
  }),
});

export const readRejects = read({
  name: 'import.rejects',
  path: '/api/imports/:import/rejects',
  says: 'The rows that could not be read, with reasons, as a file to mend and import again.',
  permission: 'referral.import',
  audit: { event: 'import.rejects-downloaded' },
  params: importParams,
  answer: z.string(),
});
