import { systemClock } from '#platform/clock/clock.ts';
import { call } from '#web/staff/api.ts';
import { ApiError } from '#web/staff/data/api-error.ts';
import { locksOfBrowser } from '#web/staff/kept/in-use.ts';
import { type FoundWords, Keeping } from '#web/staff/kept/keeping.ts';
import { rowsInBrowser } from '#web/staff/kept/kept-rows.ts';
import { backWords, keeping, leaveUndecided, waitElsewhere } from '#web/staff/kept/kept-words.ts';
import { ownKeyFrom } from '#web/staff/kept/sealing.ts';
import { readDraft, readDraftKey, saveDraft } from '../contract.ts';

/**
 * Sends what this seat wrote in this browser and never arrived, as the drafts it was; answers whether any draft changed by it.
 * Asks for the key once. Rejects when it cannot be had now.
 */
export async function comeBack(seat: string, ownSeats: readonly string[]): Promise<boolean> {
  const here = keeping.get() ?? (await openKeeping(seat, ownSeats));
  keeping.set(here);
  let arrived = false;
  const elsewhere = await here.each(async (found) => {
    const how = await sent(found);
    if (how === 'arrived' || how === 'undecided') say(found, how);
    if (how === 'undecided') leaveUndecided(found.draft, found.id);
    arrived ||= how === 'arrived';
    return how === 'arrived' || how === 'there-already' ? 'arrived' : 'stays';
  });
  waitElsewhere.set(elsewhere);
  return arrived;
}

async function openKeeping(seat: string, ownSeats: readonly string[]): Promise<Keeping> {
  const { key } = await call(readDraftKey, {});
  const { now } = systemClock;
  return new Keeping({ key: await ownKeyFrom(key), seat, ownSeats, rows: rowsInBrowser, inUse: locksOfBrowser, now });
}

/** What became of them. Words whose page was closed before it heard that they had arrived are there already. */
async function sent({ draft, base, body }: FoundWords): Promise<'arrived' | 'there-already' | 'undecided' | 'later'> {
  const [kind = '', chart = ''] = draft.split('/');
  const params = { kind, chart };
  try {
    const before = (await call(readDraft, { params })).draft?.revision ?? 0;
    // What these words were written on is gone: signed or thrown away meanwhile. It does not come back unasked.
    if (base > 0 && before === 0) return 'undecided';
    const { revision } = await call(saveDraft, { params, body: { revision: base, body } });
    return revision === before ? 'there-already' : 'arrived';
  } catch (error) {
    // The server has other words too, or does not take these as they are: their writer sees them in the draft's own form.
    return error instanceof ApiError && error.kind === 'refused' ? 'undecided' : 'later';
  }
}

function say({ draft, keptAt }: FoundWords, how: 'arrived' | 'undecided'): void {
  const others = backWords.get().filter((one) => one.draft !== draft || one.keptAt !== keptAt);
  backWords.set([...others, { draft, keptAt, how }]);
}
