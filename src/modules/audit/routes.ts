import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import { mountAgencyCommand } from '#modules/record/agency-command.ts';
import { mountRead, type RouteDeps } from '#modules/record/routes.ts';
import type { Operation } from '#platform/http/operation.ts';
import * as contract from './contract.ts';
import { peopleInTrail, personInTrail, redactions, sealStanding, trail } from './queries.ts';
import { confirmRedaction, requestRedaction } from './redact.ts';
import { verifyAudit } from './seal/verify.ts';

export interface AuditDeps extends RouteDeps {
  /** Verifying reads every agency's rows, as nobody entered can; only counts and numbers leave. */
  readonly owner: pg.Pool;
  readonly headsFile: string | null;
}

/** The privacy officer's trail, its seals and redaction. */
export function auditRoutes(app: FastifyInstance, deps: AuditDeps): void {
  mountRead(app, deps, contract.readTrail, async ({ db }, { query }) => {
    const names = query.operation ? namesOf(deps.operations, query.operation) : null;
    const [{ rows, more }, person] = await Promise.all([
      trail(db, query, names),
      query.person ? personInTrail(db, query.person) : null,
    ]);
    const shown = rows.map((row) => ({
      ...row,
      event: row.outcome === 'refused' ? eventOf(deps.operations, row.operation) : row.operation,
    }));
    return { answer: { rows: shown, more, person } };
  });
  mountRead(app, deps, contract.findPeopleInTrail, async ({ db }, { body }) => ({
    answer: { people: await peopleInTrail(db, body.text, body.limit) },
  }));
  mountRead(app, deps, contract.readSeals, async ({ db }) => ({ answer: await sealStanding(db) }));
  mountRead(app, deps, contract.verifySeals, async ({ db }) => {
    // The door refuses whoever is no privacy officer, before a whole trail is read for them.
    await sealStanding(db);
    const { lost, problems, ...counts } = await verifyAudit(deps.owner, deps.headsFile);
    return { answer: { ...counts, headsOutside: deps.headsFile !== null, lost: [...lost], problems: [...problems] } };
  });
  mountRead(app, deps, contract.listRedactions, async ({ db }) => ({ answer: { redactions: await redactions(db) } }));
  mountAgencyCommand(app, deps, contract.requestRedaction, (command, { body }) => requestRedaction(command, body));
  mountAgencyCommand(app, deps, contract.confirmRedaction, (command, { params }) =>
    confirmRedaction(command, params.redaction),
  );
}

/** The event a row is of: refusals stand under the name of the operation that would have left it. */
function eventOf(operations: readonly Operation[], name: string): string {
  const asked = operations.find((operation) => operation.name === name);
  return asked && 'event' in asked.audit ? asked.audit.event : name;
}

/** The names rows of an event have: its own, and those of the operations that leave it, under which refusals stand. */
const namesOf = (operations: readonly Operation[], event: string): readonly string[] => [
  ...new Set([
    event,
    ...operations.filter(({ audit }) => 'event' in audit && audit.event === event).map(({ name }) => name),
  ]),
];
