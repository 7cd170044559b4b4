import { createHash } from 'node:crypto';
import type { Actor } from '#modules/access/model.ts';
import { type Decision, decide, needsOwnChart, type Permission } from '#modules/access/permissions.ts';
import type { Fact, NewFact, Programme } from '#modules/facts/model.ts';
import type { Clock } from '#platform/clock/clock.ts';
import { type Statement, statement } from '#platform/database/db.ts';
import { type Transaction, transaction } from '#platform/database/transaction.ts';
import { type ChartRow, type KnownDuty, type Opened, readOpened } from './charted.ts';
import { type ChartSummary, difference, type Evaluate, type SaidDuty, type ToldDuty } from './evaluation.ts';
import { Refusal } from './refusal.ts';
import type { SeatPools } from './seat-pools.ts';

const OPEN = {
  held: statement('record.open', 'select kinfold.open_command($1, $2, $3, $4, $5) as opened'),
  registered: statement(
    'record.open-registered',
    'select kinfold.open_registered_command($1, $2, $3, $4, $5) as opened',
  ),
} as const satisfies Record<Door, Statement>;
const CLOSE = statement('record.close', 'select kinfold.close_command($1::jsonb)');

/**
 * Which charts a command opens: those within reach; or also those whose referral the administrator registered and handed
 * on, for setting right what it recorded itself. The command then asks whose that was; row security asks again.
 */
export type Door = 'held' | 'registered';

/** Who sent a request: a session's token (hashed here, never stored plain) and the seat they act in. */
export interface Caller {
  readonly tokenHash: Buffer;
  readonly seat: string;
}

export interface CommandRequest {
  readonly caller: Caller;
  readonly chart: string;
  readonly permission: Permission;
  readonly event: string;
  /** Made by the client: the same id and body again gets the first answer. */
  readonly write: string | null;
  readonly body: unknown;
  readonly door?: Door;
}

/** What changed in what is owed, told to the person who made it change. */
export interface DutyChange extends ToldDuty {
  readonly key: string;
  readonly rule: string;
  readonly before: string | null;
}

/** What a slice's command works with: its chart under lock, what is known, and a place to say what happened. */
export class Command {
  readonly db: Transaction;
  readonly actor: Actor;
  readonly nowMs: number;
  readonly facts: readonly Fact[];
  readonly duties: readonly KnownDuty[];
  readonly relations: Opened['relations'];
  readonly newFacts: Fact[] = [];
  readonly sources: (NewFact['source'] | undefined)[] = [];
  readonly details: Record<string, unknown> = {};
  readonly jobs: { name: string; data: unknown }[] = [];
  chart: ChartRow | null;
  /** Whether the chart had gone on to another agency before this: what follows there is not told here. */
  readonly wentOn: boolean;

  readonly #sees: ReadonlySet<string> | null;

  /** `sees`: the categories the actor may see; null for work of the system, which sees all. */
  constructor(db: Transaction, opened: Omit<Opened, 'sees'>, nowMs: number, sees: readonly string[] | null = null) {
    this.#sees = sees && new Set(sees);
    this.db = db;
    this.actor = opened.actor;
    this.chart = opened.chart;
    this.wentOn =
      opened.actor.capacity === 'csa-coordinator' &&
      (opened.chart?.holder ?? opened.actor.agency) !== opened.actor.agency;
    this.facts = opened.facts;
    this.duties = opened.duties;
    this.relations = opened.relations;
    this.nowMs = nowMs;
  }

  /**
   * Whether the actor may know of something of this category. `facts` and `duties` hold everything, because rules judge
   * everything; what is answered, and what an actor can point at, must be asked about here.
   */
  maySee(category: string): boolean {
    return this.#sees === null || this.#sees.has(category);
  }

  /** The chart, for commands that need one to exist already. */
  existing(): ChartRow {
    if (!this.chart) throw new Refusal(404, 'not-found');
    return this.chart;
  }

  /** The five labels of a row this command writes. */
  labels(): { chart: string; agency: number; holder: number; programme: Programme } {
    const { id, holder, programme } = this.existing();
    return { chart: id, agency: this.actor.agency, holder, programme };
  }

  /** Says that something happened. Returns the `seq` it will have. */
  record(fact: NewFact): number {
    const { source, ...said } = fact;
    const seq = this.facts.length === 0 && this.newFacts.length === 0 ? 1 : this.lastSeq() + 1;
    this.newFacts.push({ ...said, seq, recordedAt: new Date(this.nowMs).toISOString() });
    this.sources.push(source);
    return seq;
  }

  lastSeq(): number {
    return this.newFacts.at(-1)?.seq ?? this.facts.at(-1)?.seq ?? 0;
  }

  /** Codes and references for the audit row; never a name or free text. */
  detail(name: string, value: unknown): void {
    this.details[name] = value;
  }

  job(name: string, data: unknown): void {
    this.jobs.push({ name, data });
  }
}

export interface CommandDeps {
  readonly seats: SeatPools;
  readonly clock: Clock;
  readonly evaluate: Evaluate;
}

export interface Done<A> {
  readonly answer: A;
  readonly changes: readonly DutyChange[];
  readonly repeated: boolean;
}

/**
 * Runs one command on one chart: enter, lock, decide, write, record, re-evaluate, audit and answer commit together or
 * not at all. The same write id with the same body answers as the first time and does nothing.
 */
export async function runCommand<A>(
  deps: CommandDeps,
  request: CommandRequest,
  work: (command: Command) => Promise<A>,
): Promise<Done<A>> {
  const digest = createHash('sha256')
    .update(JSON.stringify([request.event, request.chart, request.caller.seat, request.body]))
    .digest();
  return deps.seats.on(request.caller.seat, (pool) =>
    transaction(pool, async (tx) => {
      const { tokenHash, seat } = request.caller;
      const values = [tokenHash, seat, request.chart, request.write, digest];
      const answer = await tx.query<{ opened: unknown }>(OPEN[request.door ?? 'held'], values);
      const opened = readOpened(answer.rows[0]?.opened);
      if (opened.answered !== undefined)
        return { ...(opened.answered as { answer: A; changes: DutyChange[] }), repeated: true };
      const nowMs = deps.clock.now();
      refuseUnless(decide(request.permission, opened.actor, opened.relations), opened.actor);
      if (
        opened.chart &&
        opened.chart.holder !== opened.actor.agency &&
        needsOwnChart(request.permission, opened.actor.capacity)
      ) {
        throw new PermissionRefusal(opened.actor, ['held-by-another']);
      }
      const command = new Command(tx, opened, nowMs, opened.sees);
      const result = await work(command);
      const closing = close(deps.evaluate, command, request, digest, result);
      await tx.last(CLOSE, [JSON.stringify(closing.payload)]);
      return { answer: result, changes: closing.changes, repeated: false };
    }),
  );
}

/** A refusal by the first wall; the route appends it to the audit trail. */
export class PermissionRefusal extends Refusal {
  readonly actor: Actor;
  constructor(actor: Actor, reasons: readonly string[]) {
    const stepUp = reasons.includes('step-up');
    super(stepUp ? 401 : 403, stepUp ? 'step-up-needed' : 'not-allowed', [], { reasons });
    this.actor = actor;
  }
}

function refuseUnless(decision: Decision, actor: Actor): void {
  if (!decision.yes) throw new PermissionRefusal(actor, decision.reasons);
}

/** What `close_command` is told, and what changed in what is owed. */
export function close<A>(
  evaluate: Evaluate,
  command: Command,
  request: Pick<CommandRequest, 'event' | 'write'>,
  digest: Buffer,
  answer: A,
) {
  const chart = command.existing();
  const { upsert, gone, summary, told } = reEvaluated(evaluate, command, chart);
  const at = { now: new Date(command.nowMs).toISOString(), today: command.actor.today };
  const before = new Map(command.duties.map((duty) => [duty.key, duty.state]));
  const seen = ({ category }: Pick<KnownDuty, 'category'>) => !command.wentOn && command.maySee(category);
  const changes: DutyChange[] = [
    ...upsert.filter(seen).map(({ key, rule }) => ({ key, rule, ...told(key, at), before: before.get(key) ?? null })),
    ...command.duties
      .filter((duty) => gone.includes(duty.key) && seen(duty))
      .map(({ key, state }) => ({ key, rule: key.split('#')[0] ?? key, ...told(key, at), before: state })),
  ];
  const payload = {
    chart: chart.id,
    fromSeq: command.facts.at(-1)?.seq ?? 0,
    facts: command.newFacts.map((fact, index) => ({ ...fact, source: command.sources[index] ?? null })),
    upsert,
    gone,
    // Left out when it stands so already: a JSON null is not the database's null, and would blank the stage.
    ...(summary && !standsSo(chart, summary) ? { stage: summary } : {}),
    operation: request.event,
    details: command.details,
    jobs: command.jobs,
    write: request.write ? { id: request.write, digest: digest.toString('hex'), answer: { answer, changes } } : null,
  };
  return { payload, changes };
}

const standsSo = (chart: ChartRow, { stage, since, evaluatedWith }: ChartSummary): boolean =>
  chart.stage === stage && chart.since === since && chart.evaluatedWith === evaluatedWith;

const NOTHING_FOLLOWS = {
  upsert: [] as SaidDuty[],
  gone: [] as string[],
  summary: null,
  told: (): ToldDuty => ({ state: 'void', standing: 'void' }),
};

function reEvaluated(evaluate: Evaluate, command: Command, chart: ChartRow) {
  if (command.newFacts.length === 0) return NOTHING_FOLLOWS;
  const { duties, summary, told } = evaluate(chart.programme, chart.holder, [...command.facts, ...command.newFacts]);
  return { ...difference(command.duties, duties), summary, told };
}
