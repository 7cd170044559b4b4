import { z } from 'zod';
import { peopleOperation } from './declare.ts';

const id = z.uuid();
const write = { id };
const reason = z.string().trim().min(3).max(2000);

export const readSessionsOf = peopleOperation('people.sessions', {
  name: 'people.sessions',
  method: 'GET',
  path: '/api/people/:person/sessions',
  says: 'Where somebody is signed in. Only for people of this agency alone.',
  audit: { event: 'people.sessions-read' },
  params: z.object({ person: id }),
  answer: z.object({
    sessions: z.array(
      z.object({ id: z.string(), device: z.string().nullable(), startedAt: z.string(), lastSeenAt: z.string() }),
    ),
  }),
});

const ended = z.object({ ended: z.number() });

export const endSessionsOf = peopleOperation('people.end-sessions', {
  name: 'people.end-sessions',
  method: 'POST',
  path: '/api/people/sessions/end',
  says: 'End one session of somebody, or with null all of them: at once, and nothing else of theirs changes. Only for people of this agency alone.',
  audit: { event: 'people.sessions-ended' },
  body: z.object({ ...write, person: id, session: id.nullable(), reason }),
  answer: ended,
});

export const endAllSessions = peopleOperation('people.end-sessions', {
  name: 'people.end-all-sessions',
  method: 'POST',
  path: '/api/people/sessions/end-all',
  says: 'End every session of everybody with a seat in this agency, but the one that asks: all of them sign in again.',
  audit: { event: 'people.all-sessions-ended' },
  body: z.object({ ...write, reason }),
  answer: ended,
});
