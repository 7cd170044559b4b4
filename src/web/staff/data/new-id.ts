import { systemClock } from '#platform/clock/clock.ts';
import { uuidv7 } from '#shared/ids.ts';

/** An id for something about to be written, made here so that sending it twice is the same write. */
export const newId = (): string => uuidv7(systemClock.now(), crypto.getRandomValues(new Uint8Array(10)));
