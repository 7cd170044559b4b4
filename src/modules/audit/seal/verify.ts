import type pg from 'pg';
import { type Db, onPool, statement } from '#platform/database/db.ts';
import { transaction } from '#platform/database/transaction.ts';
import type { LostSeals } from './heads-file.ts';
import { compareOutside } from './heads-outside.ts';
import { merkleRoot } from './merkle.ts';
import { BEFORE_ALL, headOf, type Seal } from './seal.ts';
import { ROWS } from './sealed-rows.ts';

/** What is wrong, where: the seal's number, the audit row's id, the era. */
export interface AuditProblem {
  readonly code:
    | 'row-changed' // a row does not match its digest
    | 'rows-missing' // fewer rows than were sealed
    | 'rows-added' // more rows than were sealed
    | 'root-differs' // the rows are not the ones that were sealed
    | 'chain-broken' // a seal does not hang on the one before it
    | 'range-gap' // transactions between two seals belong to neither
    | 'row-outside' // a row whose transaction no seal will ever reach
    | 'redaction-unknown' // a row is marked redacted and no two people redacted it
    | 'heads-missing' // the file outside the database lacks heads that the database has
    | 'heads-differ' // the file has another head for a seal
    | 'seals-lost' // the file has heads of seals that the database does not have
    | 'heads-unreadable';
  readonly seal?: number;
  readonly event?: number;
  readonly era?: number;
}

export interface VerifiedAudit {
  readonly ok: boolean;
  readonly seals: number;
  /** Sealed rows looked at. */
  readonly events: number;
  readonly unsealed: number;
  /** Seals that a restored database could not have; each should be a restore that people know of. */
  readonly lost: readonly LostSeals[];
  /** At most `MOST_PROBLEMS`. */
  readonly problems: readonly AuditProblem[];
}

export const MOST_PROBLEMS = 200;
const ROWS_AT_ONCE = 40_000;

const SEALS = statement(
  'audit.seals-after',
  `select number, era, from_tx::text as "from", to_tx::text as "to", events, root, previous, head
   from kinfold.audit_seal where number > $1 order by number limit 2000`,
);
const HOW_MANY = statement('audit.seals-there', 'select count(*)::int as total from kinfold.audit_seal');
/** Rows no seal covers: those that one will cover soon (of the last era, from where its seals end), and those that none ever will. */
const UNSEALED = statement(
  'audit.unsealed',
  `with now as (select coalesce(max(era), 1) as era from kinfold.audit_era),
     ends as (select n as era, coalesce((select max(to_tx) from kinfold.audit_seal s where s.era = n), '0'::xid8) as to_tx from now, generate_series(1, now.era) n),
     open as (
       select e.* from ends join kinfold.audit_event e on e.era = ends.era and e.tx >= ends.to_tx
       union all select e.* from kinfold.audit_event e where e.era > (select era from now) or e.era < 1)
   select count(*)::int as unsealed,
     coalesce(array_agg(id) filter (where era <> (select era from now)), '{}') as outside,
     coalesce(array_agg(id) filter (where redacted_at is not null
       or digest <> kinfold.audit_digest(salt, at, person, seat, chart, operation, outcome, details)), '{}') as changed
   from open`,
);
/** Of some redacted rows, those that two people redacted and whose redaction is in the trail itself. */
const REDACTED = statement(
  'audit.known-redactions',
  `select r.event from kinfold.audit_redaction r where r.event = any ($1::bigint[]) and r.confirmed_person <> r.requested_person
     and exists (select 1 from kinfold.audit_event e where e.operation = 'audit.redaction-confirmed' and e.outcome = 'done'
       and e.person = r.confirmed_person and (e.details ->> 'event')::bigint = r.event)
     and exists (select 1 from kinfold.audit_event e where e.operation = 'audit.redaction-requested' and e.outcome = 'done'
       and e.person = r.requested_person and (e.details ->> 'event')::bigint = r.event)`,
);

interface Row {
  readonly id: number;
  readonly tx: string;
  readonly leaf: Buffer;
  readonly redacted: boolean;
  readonly whole: boolean;
}

/**
 * Works everything out again, in one snapshot: each row's digest, each seal's root, the chain, and the heads outside.
 * Reads the whole trail, in bounded pieces.
 */
export async function verifyAudit(
  owner: pg.Pool,
  headsFile: string | null = null,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<VerifiedAudit> {
  const inside = await transaction(owner, (tx) => new Verification(tx).run(onProgress), {
    isolation: 'repeatable read',
    readOnly: true,
  });
  const outside =
    headsFile === null ? { problems: [], lost: [] } : await compareOutside(onPool(owner), headsFile, inside.heads);
  const problems = [...inside.problems, ...outside.problems].slice(0, MOST_PROBLEMS);
  const { seals, events, unsealed } = inside;
  return { ok: problems.length === 0, seals, events, unsealed, lost: outside.lost, problems };
}

class Verification {
  readonly #db: Db;
  readonly problems: AuditProblem[] = [];
  readonly heads = new Map<number, string>();
  readonly #endOfEra = new Map<number, string>();
  #events = 0;
  #last: Seal | null = null;

  constructor(db: Db) {
    this.#db = db;
  }

  /** `onProgress` is told seals done and seals there are. */
  async run(onProgress: (done: number, total: number) => void) {
    const total = (await this.#db.query<{ total: number }>(HOW_MANY)).rows[0]?.total ?? 0;
    for (;;) {
      const seals = (await this.#db.query<Seal>(SEALS, [this.#last?.number ?? 0])).rows;
      for (const piece of pieces(seals)) {
        await this.#rows(piece);
        onProgress(this.heads.size, total);
      }
      if (seals.length === 0) break;
    }
    const unsealed = await this.#unsealed();
    return { seals: this.heads.size, events: this.#events, unsealed, problems: this.problems, heads: this.heads };
  }

  #problem(problem: AuditProblem): void {
    if (this.problems.length < MOST_PROBLEMS) this.problems.push(problem);
  }

  /** The rows of neighbouring seals of one era, then each seal against its own. */
  async #rows(seals: readonly Seal[]): Promise<void> {
    const [first, last] = [seals[0], seals.at(-1)];
    if (!first || !last) return;
    const { rows } = await this.#db.query<Row>(ROWS, [first.era, first.from, last.to]);
    for (const { id } of rows.filter((row) => !row.redacted && !row.whole))
      this.#problem({ code: 'row-changed', event: id });
    await this.#redacted(rows.filter((row) => row.redacted).map(({ id }) => id));
    let at = 0;
    for (const seal of seals) {
      const mine: Row[] = [];
      for (let row = rows[at]; row && BigInt(row.tx) < BigInt(seal.to); row = rows[++at]) mine.push(row);
      this.#seal(
        seal,
        mine.sort((a, b) => a.id - b.id),
      );
    }
  }

  #seal(seal: Seal, rows: readonly Row[]): void {
    const { number, era } = seal;
    const previous = this.#last;
    const hangs =
      seal.previous.equals(previous?.head ?? BEFORE_ALL) &&
      number === (previous?.number ?? 0) + 1 &&
      era >= (previous?.era ?? 1);
    if (!hangs || !seal.head.equals(headOf(seal))) this.#problem({ code: 'chain-broken', seal: number });
    if (seal.from !== (this.#endOfEra.get(era) ?? '0')) this.#problem({ code: 'range-gap', seal: number });
    if (rows.length < seal.events) this.#problem({ code: 'rows-missing', seal: number });
    else if (rows.length > seal.events) this.#problem({ code: 'rows-added', seal: number });
    else if (!merkleRoot(rows.map(({ leaf }) => leaf)).equals(seal.root))
      this.#problem({ code: 'root-differs', seal: number });
    this.#endOfEra.set(era, seal.to);
    this.#events += rows.length;
    this.#last = seal;
    this.heads.set(number, seal.head.toString('hex'));
  }

  async #redacted(events: readonly number[]): Promise<void> {
    if (events.length === 0) return;
    const known = new Set((await this.#db.query<{ event: number }>(REDACTED, [events])).rows.map(({ event }) => event));
    for (const event of events) if (!known.has(event)) this.#problem({ code: 'redaction-unknown', event });
  }

  async #unsealed(): Promise<number> {
    const { rows } = await this.#db.query<{ unsealed: number; outside: number[]; changed: number[] }>(UNSEALED);
    const { unsealed = 0, outside = [], changed = [] } = rows[0] ?? {};
    for (const event of changed) this.#problem({ code: 'row-changed', event });
    for (const event of outside) this.#problem({ code: 'row-outside', event });
    return unsealed;
  }
}

/** Neighbouring seals of one era, so many that their rows fit in memory. */
function pieces(seals: readonly Seal[]): Seal[][] {
  const made: Seal[][] = [];
  let events = 0;
  for (const seal of seals) {
    const piece = made.at(-1);
    events += seal.events;
    if (piece && piece[0]?.era === seal.era && events <= ROWS_AT_ONCE) piece.push(seal);
    else {
      made.push([seal]);
      events = seal.events;
    }
  }
  return made;
}
