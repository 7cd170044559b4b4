import type { Db } from '#platform/database/db.ts';
import { statement } from '#platform/database/db.ts';
import { appendHeads, endsTorn, type HeadLine, readHeads } from './heads-file.ts';

const ERAS = statement(
  'audit.new-eras',
  `select e.era, coalesce((select max(s.number) from kinfold.audit_seal s where s.sealed_at < e.started_at), 0) as after
   from kinfold.audit_era e where e.era > $1 order by e.era`,
);
const SEALS = statement(
  'audit.new-seals',
  `select number, era, encode(head, 'hex') as head, sealed_at as "sealedAt" from kinfold.audit_seal where number > $1 order by number limit 10000`,
);

type HeadOfSeal = Extract<HeadLine, { number: number }>;

/**
 * Copies heads out of the database into the file, whoever made them: each process that keeps a file keeps a whole one,
 * also while another process does the sealing.
 */
export class HeadsWriter {
  readonly #file: string;
  #number: number;
  #era: number;
  #torn: boolean;

  private constructor(file: string, number: number, era: number, torn: boolean) {
    this.#file = file;
    this.#number = number;
    this.#era = era;
    this.#torn = torn;
  }

  static async open(file: string): Promise<HeadsWriter> {
    const { lastNumber, lastEra } = await readHeads(file);
    return new HeadsWriter(file, lastNumber, lastEra, await endsTorn(file));
  }

  get lastNumber(): number {
    return this.#number;
  }

  /** Appends what the database has beyond the file. */
  async catchUp(db: Db): Promise<void> {
    const eras = (await db.query<{ era: number; after: number }>(ERAS, [this.#era])).rows;
    const lowest = Math.min(this.#number, ...eras.map(({ after }) => after));
    const seals = (await db.query<HeadOfSeal>(SEALS, [lowest])).rows;
    const lines: HeadLine[] = [];
    const takeUpTo = (limit: number) => {
      for (const seal of seals) {
        if (seal.number > this.#number && seal.number <= limit) {
          lines.push({ number: seal.number, era: seal.era, head: seal.head, sealedAt: seal.sealedAt });
          this.#number = seal.number;
        }
      }
    };
    for (const { era, after } of eras) {
      takeUpTo(after);
      lines.push({ era, after });
      this.#number = Math.min(this.#number, after);
      this.#era = era;
    }
    takeUpTo(Number.POSITIVE_INFINITY);
    await appendHeads(this.#file, lines, this.#torn);
    if (lines.length > 0) this.#torn = false;
  }
}
