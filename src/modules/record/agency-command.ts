import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Actor } from '#modules/access/model.ts';
import { decide, type Permission } from '#modules/access/permissions.ts';
import { statement } from '#platform/database/db.ts';
import { type Transaction, transaction } from '#platform/database/transaction.ts';
import type { AnswerOf, BodyOf, Operation, ParamsOf } from '#platform/http/operation.ts';
import { AgencyHistory } from './agency-history.ts';
import { readActor } from './charted.ts';
import { type Caller, PermissionRefusal } from './command.ts';
import { wrongField } from './refusal.ts';
import { auditRefusal, callerOf, noteUse, parseInput, type RouteDeps } from './routes.ts';

const OPEN = statement('record.open-agency', 'select kinfold.open_agency_command($1, $2, $3, $4) as opened');
const CLOSE = statement('record.close-agency', 'select kinfold.close_agency_command($1::jsonb)');
const ASK_JOB = statement('record.ask-job', 'select kinfold.ask_job($1, $2, $3, $4::jsonb)');

/** A change that is about the actor's agency and no one chart: a file to import, a number of the policy. */
export class AgencyCommand {
  readonly db: Transaction;
  readonly actor: Actor;
  readonly nowMs: number;
  readonly details: Record<string, unknown> = {};
  readonly jobs: { name: string; data: unknown }[] = [];
  readonly histories: AgencyHistory[] = [];

  constructor(db: Transaction, actor: Actor, nowMs: number) {
    this.db = db;
    this.actor = actor;
    this.nowMs = nowMs;
  }

  /** The history of something of the agency's own, under its lock; what is recorded in it is kept when the work is done. */
  async history(subject: 'agreement', id: string, { isNew }: { readonly isNew: boolean }): Promise<AgencyHistory> {
    const history = await AgencyHistory.open(this.db, subject, id, isNew);
    this.histories.push(history);
    return history;
  }

  /** Codes and references for the audit row; never a name or free text. */
  detail(name: string, value: unknown): void {
    this.details[name] = value;
  }

  /** Work of the system's own, after commit. */
  job(name: string, data: unknown): void {
    this.jobs.push({ name, data });
  }

  /** Long work on this seat's authority, with progress under `id`; `total` counts its units. */
  async askJob(id: string, name: string, total: number, data: Readonly<Record<string, unknown>>): Promise<void> {
    await this.db.query(ASK_JOB, [id, name, total, JSON.stringify(data)]);
  }
}

export interface AgencyRequest {
  readonly caller: Caller;
  readonly permission: Permission;
  readonly event: string;
  readonly write: string;
  readonly body: unknown;
}

/** Enters, decides, does, audits and keeps the answer in one transaction; the same id and body again is answered as before. */
export async function runAgencyCommand<A>(
  deps: Pick<RouteDeps, 'seats' | 'clock' | 'evaluate'>,
  { caller, permission, event, write, body }: AgencyRequest,
  work: (command: AgencyCommand) => Promise<A>,
): Promise<A> {
  const digest = createHash('sha256')
    .update(JSON.stringify([event, caller.seat, body]))
    .digest();
  return deps.seats.on(caller.seat, (pool) =>
    transaction(pool, async (tx) => {
      const { rows } = await tx.query<{ opened: { actor: unknown; answered?: A } }>(OPEN, [
        caller.tokenHash,
        caller.seat,
        write,
        digest,
      ]);
      const opened = rows[0]?.opened;
      if (opened?.answered !== undefined) return opened.answered;
      const actor = readActor(opened?.actor);
      const nowMs = deps.clock.now();
      const decision = decide(permission, actor, []);
      if (!decision.yes) throw new PermissionRefusal(actor, decision.reasons);
      const command = new AgencyCommand(tx, actor, nowMs);
      const answer = await work(command);
      for (const history of command.histories) await history.keep(tx, actor, deps.evaluate, nowMs);
      const kept = { id: write, digest: digest.toString('hex'), answer };
      await tx.last(CLOSE, [
        JSON.stringify({ operation: event, details: command.details, jobs: command.jobs, write: kept }),
      ]);
      return answer;
    }),
  );
}

/** Mounts a change about the actor's agency; the body carries the client-made `id`. `committed` runs before the answer goes out. */
export function mountAgencyCommand<O extends Operation>(
  app: FastifyInstance,
  deps: RouteDeps,
  operation: O,
  work: (command: AgencyCommand, input: { params: ParamsOf<O>; body: BodyOf<O> }) => Promise<AnswerOf<O>>,
  committed: () => Promise<void> = async () => {},
): void {
  deps.operations.push(operation);
  const event = 'event' in operation.audit ? operation.audit.event : operation.name;
  app.route({
    method: operation.method,
    url: operation.path,
    ...(operation.bodyLimit ? { bodyLimit: operation.bodyLimit } : {}),
    handler: async (request): Promise<AnswerOf<O>> => {
      const caller = callerOf(request);
      const input = parseInput(operation, request);
      const write = (input.body as { id?: string }).id;
      if (!write) throw wrongField('id', 'missing');
      noteUse(deps, request, caller);
      const answer = await auditRefusal(
        deps,
        operation,
        input.params,
        () =>
          runAgencyCommand(
            deps,
            { caller, permission: operation.permission as Permission, event, write, body: input },
            (command) => work(command, input),
          ),
        caller,
      );
      await committed();
      return answer;
    },
  });
}
