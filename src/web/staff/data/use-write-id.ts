import { useRef } from 'react';
import { newId } from './new-id.ts';

/** The write's own id as `id`, and those of the rows it makes by their names. */
type Ids<M extends string> = { readonly [name in M | 'id']: string };

interface Write<M extends string> {
  readonly ids: Ids<M>;
  /** What was sent under them. */
  readonly said: string;
}

/**
 * The write a body belongs to: the one before it, if that said the same. Another write makes rows of its own, so that one
 * that did arrive is told by what it is and not by an id somebody else has.
 */
export function writeOf<M extends string>(before: Write<M> | null, body: object, made: readonly M[] = []): Write<M> {
  const said = JSON.stringify(body);
  if (before?.said === said) return before;
  return { ids: Object.fromEntries(['id', ...made].map((name) => [name, newId()])) as Ids<M>, said };
}

/**
 * Gives what a form sends its id: the same on every try of the same thing, so that a try whose answer was lost is not done
 * twice; another as soon as something else is sent. `renew` once it arrived, where the form stays. `made` names the rows
 * whose ids the browser makes too.
 */
export function useWriteId<M extends string = never>(...made: readonly M[]) {
  const write = useRef<Write<M> | null>(null);
  const identified = <B extends object>(body: B): B & Ids<M> => {
    write.current = writeOf(write.current, body, made);
    return { ...body, ...write.current.ids };
  };
  const renew = (): void => {
    write.current = null;
  };
  return [identified, renew] as const;
}
