import { z } from 'zod';
import { command, id, read } from '#modules/record/operation.ts';
import { Ratio } from '../contract.ts';

/** Most charts moved by one request. */
export const MOST_MOVES = 1_000;

const Load = z.object({ seat: id, name: z.string(), before: z.number(), after: z.number(), overRatio: z.boolean() });

export const previewMoves = {
  ...read({
    name: 'caseload.preview-moves',
    path: '/api/caseloads/moves/preview',
    says: 'Says which charts would go to whom and what loads would result. Changes nothing.',
    permission: 'caseload.assign',
    audit: { event: 'caseload.moves-previewed' },
    body: z.strictObject({
      /** The seat whose charts move; null: charts nobody is accountable for. */
      from: id.nullable(),
      to: z.array(id).min(1).max(50),
      /** Only these of them; without it all. */
      charts: z.array(id).max(MOST_MOVES).optional(),
    }),
    answer: z.object({
      ratio: Ratio,
      moves: z.array(z.object({ chart: id, number: z.number(), name: z.string(), stage: z.string(), to: id })),
      loads: z.array(Load),
    }),
  }),
  method: 'POST' as const,
};

export const applyMoves = command({
  name: 'caseload.move',
  path: '/api/caseloads/moves',
  says: 'Moves charts to the care managers named, one by one in the background; each is assigned as by hand.',
  permission: 'caseload.assign',
  audit: { event: 'caseload.moves-started' },
  body: z.strictObject({
    id,
    moves: z
      .array(z.strictObject({ chart: id, seat: id }))
      .min(1)
      .max(MOST_MOVES),
    /** Why: needed where somebody else is accountable for one of them, or a caseload goes over the ratio. */
    reason: z.string().trim().min(3).max(500).nullish(),
  }),
  answer: z.object({ job: id, charts: z.number() }),
});
