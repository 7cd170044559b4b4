import { statement } from '#platform/database/db.ts';
import type { Transaction } from '#platform/database/transaction.ts';
import { merkleRoot } from './merkle.ts';
import { BEFORE_ALL, headOf } from './seal.ts';
import { LEAVES } from './sealed-rows.ts';

/** Held, for the length of a transaction, by whoever adds to the chain or begins an era. */
export const CHAIN_LOCK = `hashtextextended('kinfold:audit-chain', 0)`;

const LAST = statement(
  'audit.last-seal',
  `select l.number, l.head, coalesce((select max(s.to_tx) from kinfold.audit_seal s where s.era = $1), '0'::xid8)::text as "from"
   from (select 1) as one left join (select number, head from kinfold.audit_seal order by number desc limit 1) l on true`,
);
/** The transaction in which the ($4 + 1)-th row from $2 on stands: where a range that would be too long is cut. */
const CUT = statement(
  'audit.cut',
  `select tx::text as tx from kinfold.audit_event where era = $1 and tx >= $2::xid8 and tx < $3::xid8 order by tx offset $4 limit 1`,
);
const ADD = statement(
  'audit.add-seal',
  `insert into kinfold.audit_seal (number, era, from_tx, to_tx, events, root, previous, head) values ($1, $2, $3::xid8, $4::xid8, $5, $6, $7, $8)`,
);

/**
 * Adds one seal over the transactions of `era` below `below` that are not sealed yet; at most about `most` rows, but
 * always whole transactions. Call with the chain's lock held. Returns how many rows it sealed; 0 adds no seal, and the
 * next one begins where the last ended all the same.
 */
export async function sealBelow(tx: Transaction, era: number, below: string, most: number): Promise<number> {
  const last = (await tx.query<{ number: number | null; head: Buffer | null; from: string }>(LAST, [era])).rows[0];
  const from = last?.from ?? '0';
  if (BigInt(from) >= BigInt(below)) return 0;
  const to = await cut(tx, era, from, below, most);
  const leaves = (await tx.query<{ leaf: Buffer }>(LEAVES, [era, from, to])).rows.map(({ leaf }) => leaf);
  if (leaves.length === 0) return 0;
  const link = {
    number: (last?.number ?? 0) + 1,
    era,
    from,
    to,
    events: leaves.length,
    root: merkleRoot(leaves),
    previous: last?.head ?? BEFORE_ALL,
  };
  await tx.query(ADD, [link.number, era, from, to, link.events, link.root, link.previous, headOf(link)]);
  return leaves.length;
}

async function cut(tx: Transaction, era: number, from: string, below: string, most: number): Promise<string> {
  const far = (await tx.query<{ tx: string }>(CUT, [era, from, below, most])).rows[0]?.tx;
  if (far === undefined) return below;
  const first = (await tx.query<{ tx: string }>(CUT, [era, from, below, 0])).rows[0]?.tx;
  // One transaction with more rows than that is sealed by itself.
  return first === far ? String(BigInt(far) + 1n) : far;
}
