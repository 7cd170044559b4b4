import { signal } from './signal.ts';

/** Whether the server could be reached the last time it was tried. */
export const connection = signal<'online' | 'offline'>('online');

/** What the session wants before anything more is answered. */
export const sessionStanding = signal<'open' | 'locked' | 'signed-out'>('open');

/** The seat that calls are made from; sent with each, so that two windows can sit in two seats. */
export const seatInUse = signal<string | null>(null);
