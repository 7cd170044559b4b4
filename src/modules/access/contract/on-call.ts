import { z } from 'zod';
import { CAPACITIES } from '../model.ts';
import { done, peopleOperation } from './declare.ts';

const id = z.uuid();
const instant = z.iso.datetime({ offset: true });

/** The longest one shift may be; a longer time on call is several. */
export const LONGEST_SHIFT_DAYS = 14;

const Shift = z.object({
  id: z.string(),
  seat: z.string(),
  name: z.string(),
  from: z.string(),
  to: z.string(),
  /** Whether it is running at the moment of reading. */
  now: z.boolean(),
});
export type Shift = z.output<typeof Shift>;

export const readRoster = peopleOperation('on-call.read', {
  name: 'on-call.read',
  method: 'GET',
  path: '/api/on-call',
  says: 'Who of one’s own agency is on call: shifts running now and to come. Whom one may put on call only for who arranges.',
  audit: { event: 'on-call.read' },
  answer: z.object({
    /** The agency’s own, `America/New_York`: its nights begin and end there. */
    zone: z.string(),
    shifts: z.array(Shift),
    seats: z.array(
      z.object({ seat: z.string(), name: z.string(), capacity: z.enum(CAPACITIES), title: z.string().nullable() }),
    ),
  }),
});

export const addShift = peopleOperation('on-call.arrange', {
  name: 'on-call.arrange',
  method: 'POST',
  path: '/api/on-call',
  says: 'Puts a seat on call from one instant to another: during it, and not outside it, the seat reaches the agency’s charts.',
  audit: { event: 'on-call.arranged' },
  body: z.strictObject({ id, shift: id, seat: id, from: instant, to: instant }),
  answer: done,
});

export const endShift = peopleOperation('on-call.arrange', {
  name: 'on-call.end',
  method: 'POST',
  path: '/api/on-call/end',
  says: 'Ends a running shift now, or calls off one that has not begun. The roster keeps both.',
  audit: { event: 'on-call.ended' },
  body: z.strictObject({ id, shift: id }),
  answer: done,
});
