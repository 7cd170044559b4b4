import type { FastifyInstance } from 'fastify';
import type { PolicyShelf } from '#modules/duties/policy-shelf.ts';
import { titledBy, toPlanDefinition } from '#modules/policy/index.ts';
import { mountAgencyCommand } from '#modules/record/agency-command.ts';
import { mountRead, type RouteDeps } from '#modules/record/routes.ts';
import { statement } from '#platform/database/db.ts';
import { asKnown } from './as-known.ts';
import { readAsKnown } from './contract/as-known.ts';
import * as contract from './contract.ts';
import { editionsOf } from './editions/edition.ts';
import { EditionShelf } from './editions/edition-shelf.ts';
import { lastDayOf } from './effective-days.ts';
import { defaultOf, nameOf } from './fitting-numbers.ts';
import { presentClauses, presentPacks } from './present-packs.ts';
import { countingOn, overridesOf } from './queries.ts';
import { checkValue, endOverride, ownPack, setOverride, withdrawOverride } from './set-override.ts';
import { WHAT_IF_JOB } from './what-if-job.ts';

const AGENCY_CHARTS = statement('policy.count-charts', 'select kinfold.count_held_charts()::int as n');

export interface PolicyDeskDeps extends RouteDeps {
  readonly shelf: PolicyShelf;
  /** Takes up the numbers in force in this process; see `followOverrides`. */
  readonly refreshOverrides: () => Promise<void>;
}

export function policyDeskRoutes(app: FastifyInstance, deps: PolicyDeskDeps): void {
  const { shelf } = deps;
  const editions = new EditionShelf(shelf);
  mountRead(app, deps, contract.readPacks, async ({ db, actor }) => {
    const { programme, today } = await actor();
    const pack = shelf.pack(programme);
    const recorded = new Map(pack ? [[pack.id, await editionsOf(db, pack.id)]] : []);
    return { answer: presentPacks(shelf, programme, today, recorded) };
  });
  mountRead(app, deps, contract.readClauses, async ({ db, actor, nowMs }, { params, query }) => {
    const { programme, today } = await actor();
    const pack = ownPack(shelf, programme, params.pack);
    const overrides = await overridesOf(db, pack.id);
    return { answer: presentClauses(pack, overrides, { on: query.on, today, now: new Date(nowMs).toISOString() }) };
  });
  mountRead(app, deps, contract.readPlanDefinition, async ({ actor }, { params }) => {
    const { resource, notCarried } = toPlanDefinition(ownPack(shelf, (await actor()).programme, params.pack));
    return { answer: { resource, notCarried: [...notCarried] } };
  });
  mountRead(app, deps, contract.readOverrides, async ({ db, actor, nowMs }, { params }) => {
    const { programme, agency, today, zone } = await actor();
    const pack = ownPack(shelf, programme, params.pack);
    const named = titledBy(pack, shelf.compiled(programme, agency)?.settings ?? new Map());
    const all = await overridesOf(db, pack.id);
    const counting = new Set([...countingOn(all, today, new Date(nowMs).toISOString()).values()].map(({ id }) => id));
    return {
      answer: {
        overrides: all.map((one) => ({
          ...one,
          ...nameOf(named, one.parameter),
          default: defaultOf(pack, one.parameter),
          lastDay: lastDayOf(one, all, zone),
          inForce: counting.has(one.id),
        })),
      },
    };
  });
  commandRoutes(app, deps);
  mountRead(app, deps, readAsKnown, async ({ db, actor, nowMs }, { params, query }) => {
    const reader = await actor();
    const knownAt = query.knownAt ?? new Date(nowMs).toISOString();
    const answer = await asKnown(db, { shelf, editions }, reader, {
      chart: params.chart,
      on: query.on ?? reader.today,
      knownAt,
      nowMs,
    });
    return { answer, chart: params.chart };
  });
}

/** Numbers of the agency's own: set, ended, taken back, and asked about beforehand. */
function commandRoutes(app: FastifyInstance, deps: PolicyDeskDeps): void {
  const { shelf } = deps;
  mountAgencyCommand(
    app,
    deps,
    contract.setOverride,
    (command, { params, body }) =>
      setOverride(command, shelf, ownPack(shelf, command.actor.programme, params.pack), body),
    deps.refreshOverrides,
  );
  mountAgencyCommand(
    app,
    deps,
    contract.endOverride,
    (command, { params }) =>
      endOverride(command, ownPack(shelf, command.actor.programme, params.pack), params.override),
    deps.refreshOverrides,
  );
  mountAgencyCommand(app, deps, contract.withdrawOverride, (command, { params, body }) =>
    withdrawOverride(command, ownPack(shelf, command.actor.programme, params.pack), params.override, body),
  );
  mountAgencyCommand(app, deps, contract.askWhatIf, async (command, { params, body }) => {
    const pack = ownPack(shelf, command.actor.programme, params.pack);
    body.overrides.forEach(({ parameter, value }, at) => {
      if (value !== null) checkValue(shelf, pack, { parameter, value }, `overrides.${at}.`);
    });
    const charts = (await command.db.query<{ n: number }>(AGENCY_CHARTS)).rows[0]?.n ?? 0;
    await command.askJob(body.id, WHAT_IF_JOB, charts, { overrides: body.overrides });
    return { job: body.id, charts };
  });
}
