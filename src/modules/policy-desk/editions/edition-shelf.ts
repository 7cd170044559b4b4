import { type NumbersInTurn, PolicyShelf } from '#modules/duties/policy-shelf.ts';
import { type Compiled, loadCalendar, loadPack, type PackFile, type PackProblem } from '#modules/policy/index.ts';
import { Refusal } from '#modules/record/refusal.ts';
import { type Db, statement } from '#platform/database/db.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { fitting } from '../fitting-numbers.ts';
import { type Edition, hashesOf } from './edition.ts';

const SOURCE = statement('policy.edition-source', 'select files, calendar from kinfold.pack_edition where id = $1');

interface Source {
  readonly files: readonly PackFile[];
  readonly calendar: string;
}

type Read = Result<PolicyShelf, readonly PackProblem[]>;

/** Compiled editions kept: of each as many as agencies with numbers of their own ask about. */
const MOST_KEPT = 64;

/** The rules as they were: editions read again from what was recorded, each once, and compiled once for the same numbers. */
export class EditionShelf {
  readonly #present: PolicyShelf;
  readonly #read: Map<string, Read>;
  readonly #compiled = new Map<string, Compiled>();

  constructor(present: PolicyShelf) {
    this.#present = present;
    // What the program judges by now need not be fetched.
    this.#read = new Map(present.packs.map((pack) => [nameOf(hashesOf(present, pack)), ok(present)]));
  }

  /**
   * An edition of a programme's pack with an agency's numbers, as far as it has parameters for them. Throws a 409
   * `rules-not-readable`, naming the edition, when this program cannot read it any more.
   */
  async compiled(db: Db, programme: string, edition: Edition, numbers: NumbersInTurn): Promise<Compiled> {
    const read = await this.#readOnce(db, edition);
    const pack = read.ok ? read.value.packs.find((one) => one.programme === programme) : undefined;
    if (!read.ok || !pack) {
      const { version, hash, recordedAt } = edition;
      throw new Refusal(409, 'rules-not-readable', [], { edition: { version, hash, recordedAt } });
    }
    const own = fitting(pack, numbers.now);
    const earlier = numbers.earlier.map((one) => ({ ...one, parameters: fitting(pack, one.parameters) }));
    const key = `${nameOf(edition)} ${JSON.stringify([Object.entries(own).sort(), earlier])}`;
    const known = this.#compiled.get(key);
    if (known) return known;
    const made = read.value.compileWith(pack, own, earlier);
    const [oldest] = this.#compiled.keys();
    if (oldest !== undefined && this.#compiled.size >= MOST_KEPT) this.#compiled.delete(oldest);
    this.#compiled.set(key, made);
    return made;
  }

  async #readOnce(db: Db, edition: Edition): Promise<Read> {
    const name = nameOf(edition);
    const known = this.#read.get(name);
    if (known) return known;
    const { rows } = await db.query<Source>(SOURCE, [edition.id]);
    const [source] = rows;
    const read = source ? this.#readFrom(source) : fail([]);
    this.#read.set(name, read);
    return read;
  }

  #readFrom({ files, calendar: text }: Source): Read {
    const calendar = loadCalendar({ path: 'calendar', text });
    if (!calendar.ok) return calendar;
    const { kinds } = this.#present;
    const pack = loadPack(files, kinds.all, [calendar.value.id]);
    return pack.ok ? ok(new PolicyShelf([pack.value], [calendar.value], kinds)) : pack;
  }
}

const nameOf = ({ hash, calendarHash }: Pick<Edition, 'hash' | 'calendarHash'>): string => `${hash} ${calendarHash}`;
