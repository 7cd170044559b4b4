import { setImmediate as letOthersGo } from 'node:timers/promises';

/**
 * Does some work with each of many things in order, and after every so many lets whatever else waits have its turn: long
 * work in a process that also answers people. Rejects with the first failure.
 */
export async function inTurns<T, R>(things: readonly T[], atOnce: number, work: (thing: T) => R): Promise<R[]> {
  const done: R[] = [];
  for (const thing of things) {
    if (done.length > 0 && done.length % atOnce === 0) await letOthersGo();
    done.push(work(thing));
  }
  return done;
}
