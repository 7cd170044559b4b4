import { useRef } from 'react';
import { newId } from './new-id.ts';

interface Write {
  readonly id: string;
  /** What was sent under it. */
  readonly said: string;
}

/** The write a body belongs to: the one before it, if that said the same. */
export function writeOf(before: Write | null, body: object): Write {
  const said = JSON.stringify(body);
  return before?.said === said ? before : { id: newId(), said };
}

/**
 * Gives what a form sends its id: the same on every try of the same thing, so that a try whose answer was lost is not done
 * twice; another as soon as something else is sent. `renew` once it arrived, where the form stays.
 */
export function useWriteId() {
  const write = useRef<Write | null>(null);
  const identified = <B extends object>(body: B): B & { readonly id: string } => {
    write.current = writeOf(write.current, body);
    return { ...body, id: write.current.id };
  };
  const renew = (): void => {
    write.current = null;
  };
  return [identified, renew] as const;
}
