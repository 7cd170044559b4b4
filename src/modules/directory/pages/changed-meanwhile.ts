import { z } from 'zod';
import type { ComparedField } from '#design-system/lists/side-by-side.tsx';
import type { ApiError } from '#web/staff/data/api-error.ts';
import { DIRECTORY } from './words.ts';

const reached = z.object({
  revision: z.number(),
  phone: z.string().nullable(),
  phoneSource: z.string().nullable(),
  website: z.string().nullable(),
});
type Reached = z.output<typeof reached>;

/** How the organization is reached now, when somebody changed it while this was written; null for any other refusal. */
export function changedMeanwhile(error: ApiError | null): Reached | null {
  if (error?.problem?.code !== 'changed-meanwhile') return null;
  const read = reached.safeParse(error.problem['current']);
  return read.success ? read.data : null;
}

const FIELDS = { phone: DIRECTORY.mendPhone, phoneSource: DIRECTORY.mendSource, website: DIRECTORY.mendSite } as const;

/** Both versions, beside each other. */
export function compared(mine: Omit<Reached, 'revision'>, theirs: Reached): ComparedField[] {
  return (['phone', 'phoneSource', 'website'] as const).map((name) => ({
    label: FIELDS[name],
    left: mine[name] ?? '',
    right: theirs[name] ?? '',
    match: mine[name] === theirs[name] ? 'same' : 'differs',
  }));
}
