import { randomUUID } from 'node:crypto';
import type { InjectOptions } from 'fastify';
import type { Operation } from '#platform/http/operation.ts';
import { sampleInput } from './sample-input.ts';

/** One request that carries the canary, and where. */
export interface CanaryRequest {
  readonly what: string;
  readonly operation: Operation;
  readonly request: InjectOptions;
}

export interface CanaryPlaces {
  readonly canary: string;
  readonly chart: string;
  readonly today: string;
}

/**
 * Every way the canary can reach an operation: as the words of an input that is right in form, as every value of one
 * that is wrong, in the path, in the query, in a body that is no JSON and in one of another kind.
 */
export function canaryRequests(operation: Operation, places: CanaryPlaces): CanaryRequest[] {
  const { canary, chart, today } = places;
  const path = (chartIs: string, otherIs: () => string) =>
    operation.path.replace(':chart', chartIs).replace(/:\w+/g, () => otherIs());
  const url = path(chart, () => randomUUID());
  const withBody = operation.method === 'POST' || operation.method === 'PUT';
  const sample = sampleInput(operation.body, today);
  const request = (what: string, more: InjectOptions): CanaryRequest => ({
    what: `${operation.name}, ${what}`,
    operation,
    request: { method: operation.method, url, ...more },
  });
  const keys = Object.keys(operation.query.shape);
  const query = new URLSearchParams([...keys, 'q'].map((key): [string, string] => [key, canary]));
  return [
    request('in the path', { url: path(canary, () => canary), ...(withBody ? { payload: {} } : {}) }),
    request('in the query', { url: `${url}?${query}`, ...(withBody ? { payload: sample as object } : {}) }),
    ...(withBody
      ? [
          request('as words', { payload: withId(worded(sample, canary)) }),
          request('as every value', { payload: withId(everywhere(sample, canary)) }),
          request('as a name of a field', { payload: { ...withId(sample), [canary]: canary } }),
          request('in broken JSON', { payload: `{"${canary}`, headers: { 'content-type': 'application/json' } }),
          request('in another kind of body', { payload: canary, headers: { 'content-type': `text/${canary}` } }),
        ]
      : []),
  ];
}

const withId = (body: unknown): object => ({ ...(body as object), id: randomUUID() });

/** Free text, which a sample fills with x, says the canary; everything else stays as it is right. */
const worded = (value: unknown, canary: string): unknown =>
  leaves(value, (leaf) =>
    typeof leaf === 'string' && /^x+$/.test(leaf) ? canary.repeat(Math.ceil(leaf.length / canary.length)) : leaf,
  );

const everywhere = (value: unknown, canary: string): unknown => leaves(value, () => canary);

/** The same shape with each value that holds no others changed. */
export function leaves(value: unknown, change: (leaf: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => leaves(one, change));
  if (value === null || typeof value !== 'object') return change(value);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, leaves(one, change)]));
}
