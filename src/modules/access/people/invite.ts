import type { z } from 'zod';
import type { Caller } from '#modules/record/command.ts';
import { wrongField } from '#modules/record/refusal.ts';
import { type Db, statement } from '#platform/database/db.ts';
import type { invite, sendNewLink } from '../contract/people.ts';
import { createPerson } from '../create-person.ts';
import type { AccessDeps } from '../deps.ts';
import type { Actor } from '../model.ts';
import { changePeople } from './change-people.ts';
import { type Delivery, deliver, EARLIER, type Invitation, makeInvitation } from './invitations.ts';
import { mayGive, notOneself, ownPersonAlone } from './own-agency.ts';
import { openSeat } from './seats.ts';

/** Two who invite one address at once come one after the other, and the second finds whom the first made. */
const ONE_AT_A_TIME = statement('access.lock-address', 'select pg_advisory_xact_lock(hashtextextended(lower($1), 13))');
const KNOWN = statement(
  'access.person-known-by-email',
  `select p.id, p.email_proven or exists (select 1 from kinfold.seat s where s.person = p.id and s.agency = $2) as trusted
   from kinfold.person p where lower(p.email) = lower($1)`,
);

type Made = { readonly invitation: Invitation; readonly email: string; readonly locale: 'en' | 'es' } | null;

/**
 * Invites somebody with a first seat. Throws 422 on `email` when it belongs to an account nobody has proven to own, or to
 * somebody who has the seat already.
 */
export async function invitePerson(
  deps: AccessDeps,
  caller: Caller,
  body: z.output<typeof invite.body>,
): Promise<Delivery> {
  const { permission, audit } = { permission: 'people.change', audit: 'people.invited' } as const;
  const made: { value: Made } = { value: null };
  const answer = await changePeople<Delivery>(deps, { caller, permission, event: audit, body }, async (db, actor) => {
    await mayGive(db, actor, body.capacity);
    const known = await knownPerson(db, actor, body.email);
    // A further seat for oneself is somebody else's to give.
    if (known) notOneself(actor, known);
    const person = known ?? body.person;
    if (!known) {
      const { name, locale } = body;
      await createPerson(db, {
        id: person,
        name,
        email: body.email.toLowerCase(),
        locale,
        passwordHash: null,
        passwordSufficesAlone: false,
      });
    }
    const { seat: id, capacity, title, from } = body;
    await openSeat(db, actor, { id, person, capacity, title, from }, 'email');
    const details = { person, seat: body.seat, capacity: body.capacity };
    if (known) return { answer: { delivery: 'not-needed', link: null }, details };
    made.value = {
      invitation: await makeInvitation(db, deps, actor, { person }),
      email: body.email,
      locale: body.locale,
    };
    return { answer: EARLIER, details };
  });
  return handOver(deps, made.value, answer, 'invitation');
}

/** A fresh link for somebody who cannot get in. Throws 409 `seats-elsewhere` or `no-email`-on-field 422. */
export async function makeNewLink(
  deps: AccessDeps,
  caller: Caller,
  body: z.output<typeof sendNewLink.body>,
): Promise<Delivery> {
  const made: { value: Made } = { value: null };
  const request = { caller, permission: 'people.change', event: 'people.link-made', body } as const;
  const answer = await changePeople<Delivery>(deps, request, async (db, actor) => {
    const { id: person, email, locale } = await ownPersonAlone(db, actor, body.person);
    if (!email) throw wrongField('person', 'no-email');
    const { clearsFactors } = body;
    made.value = { invitation: await makeInvitation(db, deps, actor, { person, clearsFactors }), email, locale };
    return { answer: EARLIER, details: { person, clearsFactors } };
  });
  return handOver(deps, made.value, answer, 'new-link');
}

/** After commit. A repetition made no link and is answered as such: the first answer's link is kept nowhere. */
async function handOver(
  deps: AccessDeps,
  made: Made,
  answer: Delivery,
  template: 'invitation' | 'new-link',
): Promise<Delivery> {
  return made ? deliver(deps, made.invitation, { ...made, template }) : answer;
}

async function knownPerson(db: Db, actor: Actor, email: string): Promise<string | null> {
  await db.query(ONE_AT_A_TIME, [email]);
  const { rows } = await db.query<{ id: string; trusted: boolean }>(KNOWN, [email, actor.agency]);
  const [known] = rows;
  if (known && !known.trusted) throw wrongField('email', 'already-in-use');
  return known?.id ?? null;
}
