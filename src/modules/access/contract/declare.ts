import { z } from 'zod';
import type { Operation } from '#platform/http/operation.ts';
import type { Permission } from '../permissions.ts';

const nothing = z.object({});

type Declared = Partial<Pick<Operation, 'params' | 'query' | 'body'>> &
  Omit<Operation, 'params' | 'query' | 'body' | 'permission' | 'kind'>;

type Filled<D, Key extends string> = D extends { readonly [k in Key]: infer S extends z.ZodType } ? S : typeof nothing;

/** Open to everybody, signed in or not. */
export function publicOperation<const D extends Declared>(declared: D) {
  return { ...fill(declared), kind: 'public' as const, permission: 'public' };
}

/** About one's own session and means of signing in; needs a session that is not locked unless its route says otherwise. */
export function sessionOperation<const D extends Declared>(declared: D) {
  return { ...fill(declared), kind: 'session' as const, permission: 'session.own' };
}

/** About people and seats of the agency one acts for. */
export function peopleOperation<const D extends Declared>(permission: Permission, declared: D) {
  const kind = declared.method === 'GET' ? ('read' as const) : ('command' as const);
  return { ...fill(declared), kind, permission };
}

function fill<const D extends Declared>(declared: D) {
  return {
    params: nothing as Filled<D, 'params'>,
    query: nothing as Filled<D, 'query'>,
    body: nothing as Filled<D, 'body'>,
    ...declared,
  };
}

/** An answer that carries nothing. */
export const done = z.object({ done: z.literal(true) });
