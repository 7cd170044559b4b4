import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Permission } from '#modules/access/permissions.ts';
import type { AnswerOf, BodyOf, Operation, ParamsOf, QueryOf } from '#platform/http/operation.ts';
import { ownCookie } from '#platform/http/own-cookie.ts';
import { Written } from '#platform/http/written.ts';
import {
  type Caller,
  type Command,
  type CommandDeps,
  type Door,
  type DutyChange,
  PermissionRefusal,
  runCommand,
} from './command.ts';
import { type ReadContext, type ReadDeps, runRead, type Shown } from './read.ts';
import { Refusal, refusalFrom, wrongField } from './refusal.ts';

export const SESSION_COOKIE = 'kinfold_session';
export const SEAT_HEADER = 'x-kinfold-seat';
/** A header a foreign page cannot send without asking first: what keeps forged requests out, beside SameSite. */
const OWN_PAGE_HEADER = 'x-kinfold';

export interface RouteDeps extends CommandDeps, ReadDeps {
  /** Called for each request of a session, so that it does not idle out; writes nothing itself. */
  readonly seen: (tokenHash: Buffer) => void;
  readonly operations: Operation[];
}

interface Input<O extends Operation> {
  readonly params: ParamsOf<O>;
  readonly query: QueryOf<O>;
  readonly body: BodyOf<O>;
}

export function tokenHashOf(request: FastifyRequest): Buffer {
  const bearer = /^Bearer ([\w-]+)$/.exec(request.headers.authorization ?? '')?.[1];
  const token = ownCookie(request, SESSION_COOKIE) ?? bearer;
  if (!token) throw new Refusal(401, 'signed-out');
  return createHash('sha256').update(token).digest();
}

export function callerOf(request: FastifyRequest): Caller {
  const seat = request.headers[SEAT_HEADER];
  if (typeof seat !== 'string' || !/^[0-9a-f-]{36}$/.test(seat)) throw new Refusal(400, 'no-seat');
  return { tokenHash: tokenHashOf(request), seat };
}

/** So that a field that is missing can be told from one of the wrong sort; the input itself goes nowhere. */
const WITH_INPUT = { reportInput: true } as const;

/** Parses what came in; every wrong field is named at once. */
export function parseInput<O extends Operation>(operation: O, request: FastifyRequest): Input<O> {
  if (
    request.method !== 'GET' &&
    request.headers[OWN_PAGE_HEADER] === undefined &&
    ownCookie(request, SESSION_COOKIE)
  ) {
    throw new Refusal(403, 'not-from-our-pages');
  }
  const parts = { params: request.params, query: request.query, body: request.body ?? {} };
  const read = {
    params: operation.params.safeParse(parts.params, WITH_INPUT),
    query: operation.query.safeParse(parts.query, WITH_INPUT),
    body: operation.body.safeParse(parts.body, WITH_INPUT),
  };
  const problems = [read.params, read.query, read.body].flatMap((part) =>
    part.success ? [] : part.error.issues.map((issue) => ({ field: issue.path.join('.'), code: codeOf(issue) })),
  );
  if (problems.length > 0) throw new Refusal(422, 'invalid', problems);
  return { params: read.params.data, query: read.query.data, body: read.body.data } as Input<O>;
}

function codeOf(issue: { code: string; message: string; input?: unknown; path: readonly PropertyKey[] }): string {
  if (issue.code === 'custom') return issue.message;
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'missing';
  return issue.code.replaceAll('_', '-');
}

/** What a page asks by itself, with nobody at it, must not keep a session from locking. */
const BACKGROUND_HEADER = 'x-kinfold-background';

/** A request somebody caused keeps the session in use. */
export function noteUse(deps: Pick<RouteDeps, 'seen'>, request: FastifyRequest, caller: Caller): void {
  if (request.headers[BACKGROUND_HEADER] === undefined) deps.seen(caller.tokenHash);
}

/** Methods by which a reader also keeps something of their own. */
const KEEPS: ReadonlySet<string> = new Set(['PUT', 'DELETE']);

type WrittenOf<O extends Operation> = AnswerOf<O> extends object ? Written<AnswerOf<O>> : never;

/** Mounts a read. */
export function mountRead<O extends Operation>(
  app: FastifyInstance,
  deps: RouteDeps,
  operation: O,
  work: (context: ReadContext, input: Input<O>) => Promise<Shown<AnswerOf<O> | WrittenOf<O>>>,
): void {
  deps.operations.push(operation);
  app.route({
    method: operation.method,
    url: operation.path,
    ...(operation.bodyLimit ? { bodyLimit: operation.bodyLimit } : {}),
    handler: async (request, reply) => {
      const caller = callerOf(request);
      const input = parseInput(operation, request);
      const event = 'event' in operation.audit ? operation.audit.event : null;
      noteUse(deps, request, caller);
      const answer = await auditRefusal(
        deps,
        operation,
        input.params,
        () =>
          runRead(
            deps,
            { caller, permission: operation.permission as Permission, event, keeps: KEEPS.has(operation.method) },
            (context) => work(context, input),
          ),
        caller,
      );
      if (!(answer instanceof Written)) return answer;
      reply.type('application/json; charset=utf-8');
      return answer.text;
    },
  });
}

/** What a command answers: its own answer, what it changed in what is owed, and whether it had been done before. */
export interface CommandAnswer<A> {
  readonly answer: A;
  readonly changes: readonly DutyChange[];
}

export interface CommandOptions<O extends Operation> {
  /** Which chart's lock it takes; by default the path's. */
  readonly chartOf?: (input: Input<O>) => string;
  readonly door?: Door;
}

/** Mounts a command. */
export function mountCommand<O extends Operation>(
  app: FastifyInstance,
  deps: RouteDeps,
  operation: O,
  work: (command: Command, input: Input<O>) => Promise<AnswerOf<O>>,
  { chartOf = ({ params }) => String((params as Record<string, unknown>)['chart']), door }: CommandOptions<O> = {},
): void {
  deps.operations.push(operation);
  const event = 'event' in operation.audit ? operation.audit.event : operation.name;
  app.route({
    method: operation.method,
    url: operation.path,
    ...(operation.bodyLimit ? { bodyLimit: operation.bodyLimit } : {}),
    handler: async (request): Promise<CommandAnswer<AnswerOf<O>>> => {
      const caller = callerOf(request);
      const input = parseInput(operation, request);
      const write = (input.body as { id?: string }).id ?? null;
      if (!write) throw wrongField('id', 'missing');
      noteUse(deps, request, caller);
      return auditRefusal(
        deps,
        operation,
        input.params,
        () =>
          runCommand(
            deps,
            {
              caller,
              chart: chartOf(input),
              permission: operation.permission as Permission,
              event,
              write,
              body: input,
              ...(door ? { door } : {}),
            },
            (command) => work(command, input),
          ),
        caller,
      );
    },
  });
}

/** A refusal by either wall is itself an event the privacy officer can see. */
export async function auditRefusal<T>(
  deps: RouteDeps,
  operation: Operation,
  params: unknown,
  run: () => Promise<T>,
  caller: Caller,
): Promise<T> {
  try {
    return await run();
  } catch (error) {
    const refusal = refusalFrom(error);
    if (refusal && (refusal.status === 403 || refusal.status === 404)) {
      const chart = (params as { chart?: string }).chart;
      await deps.looks.append({
        actor: error instanceof PermissionRefusal ? error.actor : null,
        caller,
        operation: operation.name,
        outcome: 'refused',
        details: { code: refusal.code, ...(chart ? { asked: chart } : {}) },
      });
    }
    throw error;
  }
}
