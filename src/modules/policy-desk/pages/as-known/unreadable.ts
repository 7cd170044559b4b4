import { z } from 'zod';
import type { ApiError } from '#web/staff/data/api-error.ts';

const refused = z.object({
  code: z.literal('rules-not-readable'),
  edition: z.object({ version: z.string(), recordedAt: z.string() }),
});

/** Which edition of the rules the server says it cannot read any more; null for any other failure. */
export function unreadableIn({ problem }: ApiError): { readonly version: string; readonly recordedAt: string } | null {
  return refused.safeParse(problem).data?.edition ?? null;
}
