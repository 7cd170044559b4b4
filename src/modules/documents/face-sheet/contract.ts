import { z } from 'zod';
import { chartParams, read } from '#modules/record/operation.ts';

export const printFaceSheet = read({
  name: 'documents.face-sheet',
  path: '/api/charts/:chart/face-sheet.pdf',
  says: 'The face sheet as a tagged PDF. Confidential ways to reach somebody are left off unless asked for.',
  permission: 'face-sheet.print',
  audit: { event: 'chart.face-sheet-printed' },
  params: chartParams,
  query: z.object({ confidential: z.enum(['leave-off', 'print']).default('leave-off') }),
  /** Not JSON: `application/pdf`. */
  answer: z.unknown(),
});
