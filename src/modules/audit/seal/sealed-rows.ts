import { statement } from '#platform/database/db.ts';

/**
 * A row's leaf: its salted digest and the labels the digest leaves out. `holder` is in neither, because a transfer may
 * change it; details are in the digest only, so that a redacted row keeps its leaf.
 */
export const LEAF = `sha256('\\x00'::bytea || e.digest || convert_to(
  format('%s|%s|%s|%s|%s|%s|%s|%s', e.id, e.era, e.tx, e.session, e.capacity, e.category, e.agency, e.programme), 'UTF8'))`;

/** Leaves of the transactions in [$2, $3) of era $1, in the order they are sealed. */
export const LEAVES = statement(
  'audit.leaves',
  `select ${LEAF} as leaf from kinfold.audit_event e where e.era = $1 and e.tx >= $2::xid8 and e.tx < $3::xid8 order by e.id`,
);

/** The same with what verifying asks beside the leaf; in the order of transactions, many seals at once. */
export const ROWS = statement(
  'audit.sealed-rows',
  `select e.id, e.tx::text as tx, ${LEAF} as leaf, e.redacted_at is not null as redacted,
     e.digest = kinfold.audit_digest(e.salt, e.at, e.person, e.seat, e.chart, e.operation, e.outcome, e.details) as whole
   from kinfold.audit_event e where e.era = $1 and e.tx >= $2::xid8 and e.tx < $3::xid8 order by e.tx, e.id`,
);
