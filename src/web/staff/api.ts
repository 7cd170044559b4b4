import type { AnswerOf, BodySent, Operation, ParamsOf, QuerySent } from '#platform/http/operation.ts';
import type { ProblemDetails } from '#platform/http/problem.ts';
import { ApiError, failureOf } from './data/api-error.ts';
import { fillPath, queryText } from './data/path.ts';
import { nobodyHere } from './data/presence.ts';
import { Renewals, renews } from './data/renewals.ts';
import { connection, seatInUse, sessionStanding } from './data/standing.ts';

type Part<Name extends string, T> =
  Record<never, never> extends T ? { readonly [name in Name]?: T } : { readonly [name in Name]: T };

/** What an operation wants: its path parameters, query and body, each only when it has one. */
export type CallInput<O extends Operation> = Part<'params', ParamsOf<O>> &
  Part<'query', QuerySent<O>> &
  Part<'body', BodySent<O>>;

/** Above this, browsers refuse to finish a request after its page is gone. */
const KEPT_ALIVE = 60_000;

/** Calls an operation of a contract. Answers what the contract says; throws an `ApiError` otherwise. */
export async function call<O extends Operation>(
  operation: O,
  input: CallInput<O>,
  abort?: AbortSignal,
): Promise<AnswerOf<O>> {
  const { params = {}, query = {}, body } = input as { params?: object; query?: object; body?: unknown };
  const path = fillPath(operation.path, { ...params }) + queryText({ ...query });
  return (await send(
    operation.method,
    path,
    operation.method === 'GET' ? undefined : (body ?? {}),
    abort,
  )) as AnswerOf<O>;
}

/** One request to our own server: JSON both ways, the seat and the mark that no other site can set. */
export async function send(method: string, path: string, body?: unknown, abort?: AbortSignal): Promise<unknown> {
  const text = body === undefined ? null : JSON.stringify(body);
  const seat = seatInUse.get();
  const headers: Record<string, string> = { accept: 'application/json', 'x-kinfold': '1' };
  if (seat !== null) headers['x-kinfold-seat'] = seat;
  if (nobodyHere()) headers['x-kinfold-background'] = '1';
  if (text !== null) headers['content-type'] = 'application/json';
  // A draft saved while the tab closes still arrives.
  const keepalive = text !== null && text.length < KEPT_ALIVE;
  const answer = await reachAgain(path, { method, headers, body: text, keepalive, signal: abort ?? null });
  if (answer.ok) return answer.status === 204 ? undefined : answer.json();
  throw await refusal(answer);
}

const renewals = new Renewals();

/** By then the answer that brings another window the new token has arrived. */
const RENEWED_MS = 400;

/**
 * Asks again, once, when an open session is answered as signed out: a fresh proof given meanwhile in another window gave the
 * browser another token while this request was on its way. Within this window the one waits for the other (`Renewals`). The
 * same write again is the same write.
 */
export async function reachAgain(path: string, init: RequestInit): Promise<Response> {
  const answer = await reach(path, init);
  if (answer.status !== 401 || sessionStanding.get() !== 'open' || seatInUse.get() === null) return answer;
  const problem: ProblemDetails | null = await answer
    .clone()
    .json()
    .catch(() => null);
  if (problem?.code !== 'signed-out') return answer;
  await new Promise((resolve) => setTimeout(resolve, RENEWED_MS));
  return reach(path, init);
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  const ask = () => fetch(path, { ...init, credentials: 'same-origin' });
  try {
    const answer = await (renews(path) ? renewals.renew(ask) : renewals.pass(ask));
    connection.set(failureOf(answer.status) === 'offline' ? 'offline' : 'online');
    return answer;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    connection.set('offline');
    throw new ApiError('offline', null);
  }
}

async function refusal(answer: Response): Promise<ApiError> {
  const problem: ProblemDetails | null = await answer.json().catch(() => null);
  const kind = kindOf(answer.status, problem);
  if (kind === 'locked' || kind === 'signed-out') sessionStanding.set(kind);
  return new ApiError(kind, problem);
}

/** 401 also answers a wrong password or code, or a proof that has grown old: the session itself stands then. */
function kindOf(status: number, problem: ProblemDetails | null) {
  const refused = status === 401 && problem !== null && problem.code !== 'signed-out';
  return refused ? 'refused' : failureOf(status);
}
