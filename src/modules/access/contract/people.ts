import { z } from 'zod';
import { CAPACITIES } from '../model.ts';
import { done, peopleOperation } from './declare.ts';

const id = z.uuid();
const day = z.iso.date();
const title = z.string().trim().max(80).nullable().default(null);
const write = { id };
const reason = z.string().trim().min(3).max(2000);
/** The revision the writer had before them; another than the one in force is answered 409 with both versions. */
const base = z.number().int();
const revised = z.object({ revision: z.number() });

/** Where an invitation's link went: by mail, back to the administrator to hand over, or nowhere because none was needed. */
const delivery = z.object({
  delivery: z.enum(['mailed', 'mail-failed', 'shown', 'not-needed', 'earlier']),
  /** Only without a mail server. Good for 72 hours and once. */
  link: z.string().nullable(),
});

export const readPeople = peopleOperation('people.read', {
  name: 'people.read',
  method: 'GET',
  path: '/api/people',
  says: 'People and seats of one’s own agency. Mail addresses only for who may change them.',
  audit: { event: 'people.read' },
  answer: z.object({
    agency: z.object({
      id: z.number(),
      name: z.string(),
      staffReach: z.enum(['agency', 'assigned']),
      /** After how many minutes without use its people's sessions lock. */
      idleMinutes: z.number(),
      /** Of how far staff see and when sessions lock. */
      revision: z.number(),
    }),
    capacities: z.array(z.enum(CAPACITIES)),
    singleSignOn: z.object({ issuer: z.string(), clientId: z.string(), emailDomain: z.string() }).nullable(),
    signOnRevision: z.number(),
    /** Only for who may change it. */
    secondFactor: z
      .object({
        demanded: z.boolean(),
        /** Staff with a password and no second factor: whom the demand sends to set one up. */
        without: z.number(),
        /** What was decided, the latest first. */
        decided: z.array(
          z.object({ demanded: z.boolean(), from: z.string(), reason: z.string(), by: z.string().nullable() }),
        ),
      })
      .nullable(),
    /** When sessions were ended, of whom (null: everybody's) and why, the latest first. Only for who may end them. */
    endings: z
      .array(
        z.object({
          at: z.string(),
          of: z.string().nullable(),
          ended: z.number(),
          reason: z.string(),
          by: z.string(),
        }),
      )
      .nullable(),
    people: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        email: z.string().nullable(),
        disabled: z.boolean(),
        invitedUntil: z.string().nullable(),
        seats: z.array(
          z.object({
            id: z.string(),
            capacity: z.enum(CAPACITIES),
            title: z.string().nullable(),
            from: z.string(),
            to: z.string().nullable(),
            supervisor: z.string().nullable(),
            absences: z.array(z.object({ id: z.string(), cover: z.string(), from: z.string(), to: z.string() })),
          }),
        ),
      }),
    ),
  }),
});

const command = <const Name extends string, B extends z.ZodObject, A extends z.ZodType>(
  name: Name,
  path: string,
  event: string,
  says: string,
  body: B,
  answer: A,
) => peopleOperation('people.change', { name, method: 'POST', path, says, audit: { event }, body, answer });

export const invite = command(
  'people.invite',
  '/api/people/invite',
  'people.invited',
  'Invite somebody with a first seat. Somebody already known here by this address gets the seat and no link.',
  z.object({
    ...write,
    person: id,
    seat: id,
    name: z.string().trim().min(1).max(120),
    email: z.email().max(320),
    locale: z.enum(['en', 'es']).default('en'),
    capacity: z.enum(CAPACITIES),
    title,
    from: day,
  }),
  delivery,
);

export const sendNewLink = command(
  'people.new-link',
  '/api/people/new-link',
  'people.link-made',
  'A new link for somebody who cannot get in; former links stop working. Only for people of this agency alone.',
  z.object({ ...write, person: id, clearsFactors: z.boolean().default(false) }),
  delivery,
);

export const setStanding = command(
  'people.set-standing',
  '/api/people/standing',
  'people.standing-set',
  'Shut somebody out at once, or let them in again. Only for people of this agency alone.',
  z.object({ ...write, person: id, disabled: z.boolean() }),
  done,
);

export const addSeat = command(
  'people.add-seat',
  '/api/people/seats',
  'people.seat-added',
  'A further seat for somebody who has one in this agency.',
  z.object({ ...write, seat: id, person: id, capacity: z.enum(CAPACITIES), title, from: day }),
  done,
);

/** How many charts are left without an accountable person by it. */
const left = z.object({ chartsLeft: z.number() });

export const endSeat = command(
  'people.end-seat',
  '/api/people/seats/end',
  'people.seat-ended',
  'End a seat after a day.',
  z.object({ ...write, seat: id, to: day }),
  left,
);

export const changeCapacity = command(
  'people.change-capacity',
  '/api/people/seats/capacity',
  'people.capacity-changed',
  'Another capacity from a day on: the seat ends the day before and a new one begins, so that history keeps who acted as what.',
  z.object({ ...write, seat: id, next: id, capacity: z.enum(CAPACITIES), title, from: day }),
  left,
);

export const setSupervisor = command(
  'people.set-supervisor',
  '/api/people/supervisor',
  'people.supervisor-set',
  'Who supervises a seat from a day on, or nobody.',
  z.object({ ...write, seat: id, supervisor: id.nullable(), from: day }),
  done,
);

export const setStaffReach = command(
  'people.set-staff-reach',
  '/api/people/staff-reach',
  'people.staff-reach-set',
  'Whether the agency’s staff reach every chart it holds or only those assigned to them.',
  z.object({ ...write, base, reach: z.enum(['agency', 'assigned']) }),
  revised,
);

export const setIdleMinutes = command(
  'people.set-idle-minutes',
  '/api/people/idle-minutes',
  'people.idle-minutes-set',
  'After how many idle minutes, 5 to 15, the sessions of the agency’s people lock. Of who works for several, the fewest count.',
  z.object({ ...write, base, minutes: z.number().int().min(5).max(15) }),
  revised,
);

export const demandSecondFactor = command(
  'people.demand-second-factor',
  '/api/people/second-factor',
  'people.second-factor-demanded',
  'From which day the agency demands a second factor from its staff, or no longer. Whoever has none is taken to set one up at their next sign-in.',
  z.object({ ...write, demanded: z.boolean(), from: day, reason }),
  done,
);

export const setSingleSignOn = command(
  'people.set-single-sign-on',
  '/api/people/single-sign-on',
  'people.single-sign-on-set',
  'The agency’s identity provider, or none. The secret is kept sealed and never shown again.',
  z.object({
    ...write,
    base,
    provider: z
      .object({
        issuer: z.url().max(500),
        clientId: z.string().min(1).max(300),
        clientSecret: z.string().min(1).max(1000),
        emailDomain: z
          .string()
          .trim()
          .toLowerCase()
          .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/)
          .max(200),
      })
      .nullable(),
  }),
  revised,
);

export const addAbsence = peopleOperation('people.cover', {
  name: 'people.add-absence',
  method: 'POST',
  path: '/api/people/absences',
  says: 'Somebody is away from a day to a day, and who covers for them.',
  audit: { event: 'people.absence-added' },
  body: z.object({ ...write, absence: id, seat: id, cover: id, from: day, to: day }),
  answer: done,
});

export const endAbsence = peopleOperation('people.cover', {
  name: 'people.end-absence',
  method: 'POST',
  path: '/api/people/absences/end',
  says: 'The cover ends after a day; one that has not begun by then is taken back.',
  audit: { event: 'people.absence-ended' },
  body: z.object({ ...write, absence: id, to: day }),
  answer: done,
});
