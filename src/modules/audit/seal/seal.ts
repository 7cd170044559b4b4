import { createHash } from 'node:crypto';

/** One link of the chain. Transaction numbers are `xid8` as text: they pass 2^53 in principle. */
export interface Seal {
  readonly number: number;
  readonly era: number;
  /** First transaction sealed. */
  readonly from: string;
  /** First transaction not sealed any more. */
  readonly to: string;
  readonly events: number;
  readonly root: Buffer;
  readonly previous: Buffer;
  readonly head: Buffer;
}

/** What the first seal hangs on. */
export const BEFORE_ALL: Buffer = Buffer.alloc(32);

/** The chain's head after this seal: whoever knows it can tell any change of anything sealed so far. */
export function headOf({ previous, number, era, from, to, root, events }: Omit<Seal, 'head'>): Buffer {
  const text = [previous.toString('hex'), number, era, from, to, root.toString('hex'), events].join('|');
  return createHash('sha256').update(text).digest();
}
