import type { ApiError } from '#web/staff/data/api-error.ts';
import { WriteFailed as Failed } from '#web/staff/write-failed.tsx';
import { REFUSALS } from './words.ts';

/** Why a write did not go through, in the words of these pages. */
export const WriteFailed = ({ error }: { readonly error: ApiError | null }) => (
  <Failed error={error} refusals={REFUSALS} />
);
