import { z } from 'zod';
import { id, read } from '#modules/record/operation.ts';

export const JOB_STATES = ['waiting', 'running', 'finished', 'stopped'] as const;

const Progress = z.object({
  id,
  name: z.string(),
  total: z.number(),
  done: z.number(),
  failed: z.number(),
  state: z.enum(JOB_STATES),
  askedAt: z.string(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  result: z.record(z.string(), z.unknown()),
});

export const readJob = read({
  name: 'job.read',
  path: '/api/jobs/:job',
  says: 'How far long work is that somebody of this agency asked for.',
  permission: 'session.own',
  audit: { none: 'Counts of work under way, about nobody' },
  params: z.object({ job: z.uuid() }),
  answer: Progress,
});

export const readJobRows = read({
  name: 'job.rows',
  path: '/api/jobs/:job/rows',
  says: 'What became of each unit of long work.',
  permission: 'session.own',
  audit: { event: 'job.rows-read' },
  params: z.object({ job: z.uuid() }),
  query: z.object({
    after: z.coerce.number().int().default(-1),
    limit: z.coerce.number().int().min(1).max(1_000).default(200),
  }),
  answer: z.object({
    rows: z.array(
      z.object({
        row: z.number(),
        chart: z.string().nullable(),
        /** The youth; null where the chart is out of the reader's reach. */
        name: z.string().nullable(),
        outcome: z.string(),
        problems: z.array(z.object({ field: z.string(), code: z.string() })),
      }),
    ),
  }),
});
