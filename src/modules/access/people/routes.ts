import type { FastifyInstance } from 'fastify';
import type { Caller } from '#modules/record/command.ts';
import { callerOf } from '#modules/record/routes.ts';
import type { Transaction } from '#platform/database/transaction.ts';
import type { AnswerOf, BodyOf, Operation, ParamsOf } from '#platform/http/operation.ts';
import * as contract from '../contract/people.ts';
import * as sessions from '../contract/people-sessions.ts';
import type { AccessDeps } from '../deps.ts';
import type { Actor } from '../model.ts';
import { mountPublic } from '../mount.ts';
import type { Permission } from '../permissions.ts';
import { checkIssuer, setProvider } from '../single-sign-on/provider.ts';
import { arrangeCover, endCover } from './absence.ts';
import { changeSettings } from './agency-settings.ts';
import { type Changed, changePeople, decideAhead, lookAtPeople } from './change-people.ts';
import { invitePerson, makeNewLink } from './invite.ts';
import { listPeople } from './list.ts';
import { mayGive, notOneself, ownPerson, ownSeat } from './own-agency.ts';
import { closeSeat, dayBefore, openSeat } from './seats.ts';
import { demandFrom } from './second-factor-demand.ts';
import { endSessionsHere, endSessionsOf, noteEnding, sessionsOf } from './sessions.ts';
import { setPersonStanding } from './standing.ts';
import { superviseFrom } from './supervision.ts';

const DONE = { done: true } as const;

type WithId = { readonly id: string };

/** Who asks and from which seat, and what they sent; the session counts as in use. */
export function mountAsked<O extends Operation>(
  app: FastifyInstance,
  deps: AccessDeps,
  operation: O,
  work: (caller: Caller, body: BodyOf<O>, params: ParamsOf<O>) => Promise<AnswerOf<O>>,
): void {
  mountPublic(app, deps, operation, async ({ request, body, params }) => {
    const caller = callerOf(request);
    deps.seen(caller.tokenHash);
    return work(caller, body, params);
  });
}

/** A change that is one transaction and nothing after it. */
export function mountChange<O extends Operation>(
  app: FastifyInstance,
  deps: AccessDeps,
  operation: O,
  work: (db: Transaction, actor: Actor, body: BodyOf<O>) => Promise<Changed<AnswerOf<O>>>,
): void {
  const permission = operation.permission as Permission;
  const event = 'event' in operation.audit ? operation.audit.event : operation.name;
  mountAsked(app, deps, operation, (caller, body) =>
    changePeople(deps, { caller, permission, event, body: body as BodyOf<O> & WithId }, (db, actor) =>
      work(db, actor, body),
    ),
  );
}

/** People, seats, who supervises and who covers, of one's own agency. */
export function mountPeople(app: FastifyInstance, deps: AccessDeps): void {
  mountAsked(app, deps, contract.readPeople, (caller) =>
    lookAtPeople(deps, { caller, permission: 'people.read', event: 'people.read' }, listPeople),
  );
  mountAsked(app, deps, contract.invite, (caller, body) => invitePerson(deps, caller, body));
  mountAsked(app, deps, contract.sendNewLink, (caller, body) => makeNewLink(deps, caller, body));

  mountChange(app, deps, contract.setStanding, async (db, actor, { person, disabled }) => {
    await setPersonStanding(db, actor, person, disabled);
    return { answer: DONE, details: { person, disabled } };
  });

  mountChange(app, deps, contract.setStaffReach, async (db, actor, { base, reach }) => {
    const revision = await changeSettings(db, actor, base, { reach });
    return { answer: { revision }, details: { reach, revision } };
  });

  mountChange(app, deps, contract.setIdleMinutes, async (db, actor, { base, minutes }) => {
    const revision = await changeSettings(db, actor, base, { minutes });
    return { answer: { revision }, details: { minutes, revision } };
  });

  mountChange(app, deps, contract.demandSecondFactor, async (db, actor, body) => {
    await demandFrom(db, actor, body);
    return { answer: DONE, details: { demanded: body.demanded, from: body.from } };
  });

  mountAsked(app, deps, contract.setSingleSignOn, async (caller, body) => {
    const { permission, audit } = contract.setSingleSignOn;
    const request = { caller, permission, event: audit.event, body };
    const { provider, base } = body;
    await decideAhead(deps, request);
    if (provider) await checkIssuer(deps, provider.issuer);
    return changePeople(deps, request, async (db, actor) => {
      const revision = await setProvider(db, deps, actor, { provider, base });
      return { answer: { revision }, details: { on: provider !== null, revision } };
    });
  });

  mountSessionsOfPeople(app, deps);
  mountSeats(app, deps);
  mountCover(app, deps);
}

function mountSessionsOfPeople(app: FastifyInstance, deps: AccessDeps): void {
  mountAsked(app, deps, sessions.readSessionsOf, (caller, _body, { person }) =>
    lookAtPeople(
      deps,
      { caller, permission: 'people.sessions', event: 'people.sessions-read', details: { person } },
      (db, actor) => sessionsOf(db, actor, person),
    ),
  );

  mountChange(app, deps, sessions.endSessionsOf, async (db, actor, { id, person, session, reason }) => {
    const ended = await endSessionsOf(db, actor, { person, session });
    await noteEnding(db, actor, { id, person, ended, reason });
    return { answer: { ended }, details: { person, session, ended } };
  });

  mountChange(app, deps, sessions.endAllSessions, async (db, actor, { id, reason }) => {
    const ended = await endSessionsHere(db, actor);
    await noteEnding(db, actor, { id, person: null, ended, reason });
    return { answer: { ended }, details: { ended } };
  });
}

function mountSeats(app: FastifyInstance, deps: AccessDeps): void {
  mountChange(app, deps, contract.addSeat, async (db, actor, { seat, person, capacity, title, from }) => {
    notOneself(actor, person);
    await ownPerson(db, actor, person);
    await mayGive(db, actor, capacity);
    await openSeat(db, actor, { id: seat, person, capacity, title, from });
    return { answer: DONE, details: { person, seat, capacity } };
  });

  mountChange(app, deps, contract.endSeat, async (db, actor, { seat, to }) => {
    const before = await ownSeat(db, actor, seat);
    notOneself(actor, before.person);
    const chartsLeft = await closeSeat(db, actor, before, to);
    return { answer: { chartsLeft }, details: { seat, to, chartsLeft } };
  });

  mountChange(app, deps, contract.changeCapacity, async (db, actor, { seat, next, capacity, title, from }) => {
    const before = await ownSeat(db, actor, seat);
    notOneself(actor, before.person);
    await mayGive(db, actor, capacity);
    const chartsLeft = await closeSeat(db, actor, before, dayBefore(from), 'from');
    await openSeat(db, actor, { id: next, person: before.person, capacity, title, from });
    return { answer: { chartsLeft }, details: { seat, next, capacity, chartsLeft } };
  });

  mountChange(app, deps, contract.setSupervisor, async (db, actor, { seat, supervisor, from }) => {
    await superviseFrom(db, actor, { seat, supervisor, from });
    return { answer: DONE, details: { seat, supervisor, from } };
  });
}

function mountCover(app: FastifyInstance, deps: AccessDeps): void {
  mountChange(app, deps, contract.addAbsence, async (db, actor, { absence, seat, cover, from, to }) => {
    await arrangeCover(db, actor, { absence, seat, cover, from, to });
    return { answer: DONE, details: { absence, seat, cover, from, to } };
  });

  mountChange(app, deps, contract.endAbsence, async (db, actor, { absence, to }) => {
    await endCover(db, actor, absence, to);
    return { answer: DONE, details: { absence, to } };
  });
}
