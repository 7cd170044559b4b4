import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Overview } from '#modules/chart/contract.ts';
import { followsFromWrite } from '#modules/chart/pages/follows-from-write.ts';
import type { Operation } from '#platform/http/operation.ts';
import { type CallInput, call } from '#web/staff/api.ts';
import { ApiError } from '#web/staff/data/api-error.ts';
import { signal } from '#web/staff/data/signal.ts';
import type { Written } from '#web/staff/data/use-command.ts';
import { amendContact, recordContact } from '../../contract.ts';
import { words } from '../words.ts';
import { type NoteDraft, noteToSign } from './note-draft.ts';

/** What the last signing did, for the page that follows it. */
export const justSigned = signal<string | null>(null);

const SLICES = ['chart', 'contacts', 'worklists', 'duties'];

/** Trying again helps nobody who may not write there. */
const OUT_OF_REACH: readonly string[] = ['not-found', 'not-allowed'];

/** The first note is signed: of what went wrong after it, that is what the writer must know. */
function siblingNotSigned(error: unknown): never {
  if (!(error instanceof ApiError) || error.kind === 'offline' || error.problem === null) throw error;
  const code = OUT_OF_REACH.includes(error.problem.code) ? 'sibling-out-of-reach' : 'sibling-not-signed';
  throw new ApiError(error.kind, { ...error.problem, code, problems: [] });
}

/** Commands answer with what they changed, beside what their operation says. */
const written = async <O extends Operation>(operation: O, input: CallInput<O>): Promise<Written<O>> =>
  (await call(operation, input)) as unknown as Written<O>;

/** One note in the chart, and one in each sibling's: none names the other. Signed twice is signed once. */
async function signAll(known: QueryClient, overview: Overview, note: NoteDraft): Promise<string> {
  const chart = overview.header.id;
  const sign = (where: string) =>
    written(recordContact, {
      params: { chart: where },
      body: noteToSign(where === chart ? note : { ...note, aboutDuty: null }, where),
    });
  const { changes } = await sign(chart);
  for (const sibling of note.siblings) await sign(sibling).catch(siblingNotSigned);
  return `${words.form.signed} ${await followsFromWrite(known, overview, changes)}`;
}

async function amend(known: QueryClient, overview: Overview, note: NoteDraft, contact: string): Promise<string> {
  const chart = overview.header.id;
  const body = { ...noteToSign(note, chart), reason: note.reason.trim() };
  const { changes } = await written(amendContact, { params: { chart, contact }, body });
  return `${words.form.amended} ${await followsFromWrite(known, overview, changes)}`;
}

/**
 * Signs a note or an amendment; what it met is said on the page that follows. `onSigned` runs wherever the writer is by
 * then: it lets go of the draft, and leads nowhere.
 */
export function useSign(overview: Overview, amends: string | null, onSigned: () => Promise<void>) {
  const known = useQueryClient();
  return useMutation<string, ApiError, NoteDraft>({
    mutationFn: (note) => (amends === null ? signAll(known, overview, note) : amend(known, overview, note, amends)),
    // Each note carries its id, so trying again while there is no connection writes nothing twice.
    retry: (_, error) => error instanceof ApiError && error.kind === 'offline',
    onSuccess: async (said) => {
      justSigned.set(said);
      await known.invalidateQueries({
        predicate: ({ queryKey }) => SLICES.some((slice) => String(queryKey[0]).startsWith(`${slice}.`)),
      });
      await onSigned();
    },
  });
}
