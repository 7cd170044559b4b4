import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** What a type is called by somebody who reads JSON. */
const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

const FORMATS: Readonly<Record<string, string>> = {
  date: 'a day that exists, written YYYY-MM-DD',
  datetime: 'an instant with its offset, as 2026-10-01T12:00:00Z',
  uuid: 'a UUID',
};

/** What is wrong at one place of a facts file, in a sentence of our own. */
export function sayIssue(issue: Issue, json: unknown): string {
  const given = valueAt(json, issue.path);
  if (given === undefined && issue.code !== 'unrecognized_keys') return 'is missing';
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${TYPES[issue.expected] ?? issue.expected}, and is ${typeOf(given)}`;
    case 'invalid_value':
      return issue.values.length === 1
        ? `must be ${JSON.stringify(issue.values[0])}`
        : `is none of the codes taken: ${issue.values.map(String).join(', ')}`;
    case 'invalid_format':
      return `must be ${FORMATS[issue.format] ?? 'written another way'}`;
    case 'unrecognized_keys':
      return `has no field ${issue.keys.map((key) => JSON.stringify(key)).join(', ')}`;
    case 'too_small':
      return `must be ${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}${lengthOf(issue.origin)}`;
    case 'too_big':
      return `must be ${issue.inclusive === false ? 'less than' : 'at most'} ${issue.maximum}${lengthOf(issue.origin)}`;
    case 'invalid_union':
      return `cannot be ${typeOf(given)}`;
    default:
      return issue.code === 'custom' ? issue.message : 'cannot be read';
  }
}

const lengthOf = (origin: string): string =>
  (({ string: ' characters long', array: ' in number' }) as Readonly<Record<string, string>>)[origin] ?? '';

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return TYPES[Array.isArray(value) ? 'array' : typeof value] ?? typeof value;
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inside, key) => (typeof inside === 'object' && inside !== null ? Reflect.get(inside, key) : undefined),
    json,
  );
}
