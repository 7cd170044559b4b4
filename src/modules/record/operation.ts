import { z } from 'zod';
import type { Permission } from '#modules/access/permissions.ts';
import type { Operation } from '#platform/http/operation.ts';

const nothing = z.object({});

type Declared = Partial<Pick<Operation, 'params' | 'query' | 'body'>> &
  Omit<Operation, 'params' | 'query' | 'body' | 'permission' | 'kind' | 'method'> & {
    readonly permission: Permission;
  };

type Filled<D, Key extends string> = D extends { readonly [k in Key]: infer S extends z.ZodType } ? S : typeof nothing;

/** A read of the record: entered, decided, audited as a look. */
export function read<const D extends Declared>(declared: D) {
  return fill(declared, 'read', 'GET');
}

/** A read whose question is about people, and so travels in the body: never in an address that logs and histories keep. */
export function ask<const D extends Declared>(declared: D) {
  return fill(declared, 'read', 'POST');
}

/** A change: one chart's lock, one transaction, one audit row; the body carries the client-made `id`. */
export function command<const D extends Declared>(declared: D) {
  return fill(declared, 'command', 'POST');
}

function fill<const D extends Declared, const K extends 'read' | 'command', const M extends string>(
  declared: D,
  kind: K,
  method: M,
) {
  return {
    params: nothing as Filled<D, 'params'>,
    query: nothing as Filled<D, 'query'>,
    body: nothing as Filled<D, 'body'>,
    ...declared,
    kind,
    method,
  };
}

/** A UUID, made by the client for what it creates. */
export const id = z.uuid();
/** A calendar day as text. */
export const isoDay = z.iso.date();
/** Path parameter of everything about one chart. */
export const chartParams = z.object({ chart: z.uuid() });
