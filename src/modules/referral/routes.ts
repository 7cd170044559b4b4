import type { FastifyInstance } from 'fastify';
import type { Command } from '#modules/record/command.ts';
import { notFound, Refusal } from '#modules/record/refusal.ts';
import { mountCommand, mountRead, type RouteDeps } from '#modules/record/routes.ts';
import { ageOn, day } from '#shared/calendar-day.ts';
import { answerReferral } from './commands/answer-referral.ts';
import { assignReferral } from './commands/assign-referral.ts';
import { decideEligibility } from './commands/decide-eligibility.ts';
import { linkCharts, unlinkCharts } from './commands/link-charts.ts';
import { recordDecision, recordReferral } from './commands/record-referral.ts';
import { refuseUsedNumber } from './commands/refuse-used-number.ts';
import { registerReferral } from './commands/register-referral.ts';
import { recordLetter } from './commands/send-letter.ts';
import { settleTask } from './commands/settle-task.ts';
import * as contract from './contract.ts';
import { fingerprintOf, markMended } from './import-service/mended-row.ts';
import { impossibleDays } from './impossible-days.ts';
import type { ReferralDraft } from './model.ts';
import { presentReferral } from './present.ts';
import { queue, queueCounts } from './queries.ts';
import { tasksOfDraft } from './tasks-of-draft.ts';

export interface ReferralDeps extends RouteDeps {
  /** Counties a ZIP lies in, from the directory. */
  readonly countiesOfZip: (zip: string) => readonly string[];
}

/** The administrator does these for its own decision and its own link also when the chart went on. */
const OWN_RECORDS = { door: 'registered' } as const;

/** Names each day of the referral that cannot be so. */
function refuseImpossibleDays({ actor, nowMs }: Command, draft: ReferralDraft): void {
  const problems = impossibleDays(draft, { today: actor.today, nowMs });
  if (problems.length === 0) return;
  throw new Refusal(
    422,
    'invalid',
    problems.map(({ field, code }) => ({ field: `referral.${field}`, code })),
  );
}

export function referralRoutes(app: FastifyInstance, deps: ReferralDeps): void {
  mountCommand(
    app,
    deps,
    contract.registerReferral,
    async (command, { body }) => {
      refuseImpossibleDays(command, body.referral);
      await refuseUsedNumber(command, body.referral);
      const tasks = await tasksOfDraft(command.db, body.referral, {
        today: command.actor.today,
        countiesOfZip: deps.countiesOfZip,
      });
      const { id: referral, chart, referral: draft } = body;
      const fingerprint = body.mends ? await fingerprintOf(command.db, body.mends) : undefined;
      const registered = await registerReferral(command, { referral, chart, draft, tasks, fingerprint });
      if (body.mends) await markMended(command, body.mends, registered.tasks);
      return registered;
    },
    { chartOf: ({ body }) => body.chart },
  );
  mountCommand(
    app,
    deps,
    contract.recordReferral,
    async (command, { body }) => {
      refuseImpossibleDays(command, body.referral);
      await refuseUsedNumber(command, body.referral);
      const tasks = await tasksOfDraft(command.db, body.referral, {
        today: command.actor.today,
        countiesOfZip: deps.countiesOfZip,
      });
      const recorded = await recordReferral(command, {
        referral: body.id,
        chart: body.chart,
        draft: body.referral,
        tasks,
        fingerprint: body.mends ? await fingerprintOf(command.db, body.mends) : undefined,
        recorded: body.recorded,
      });
      if (body.mends) await markMended(command, body.mends, recorded.tasks);
      return recorded;
    },
    { chartOf: ({ body }) => body.chart },
  );
  mountCommand(app, deps, contract.recordDecision, (command, { body }) => recordDecision(command, body.recorded));
  mountCommand(app, deps, contract.decideEligibility, (command, { body }) => decideEligibility(command, body));
  mountCommand(app, deps, contract.assignReferral, (command, { body }) => assignReferral(command, body));
  mountCommand(app, deps, contract.answerReferral, (command, { body }) => answerReferral(command, body));
  mountCommand(app, deps, contract.settleTask, (command, { params, body }) => settleTask(command, params.task, body));
  mountCommand(app, deps, contract.recordLetter, (command, { body }) => recordLetter(command, body), OWN_RECORDS);
  mountCommand(app, deps, contract.linkCharts, (command, { body }) => linkCharts(command, body));
  mountCommand(app, deps, contract.unlinkCharts, (command, { body }) => unlinkCharts(command, body), OWN_RECORDS);
  mountRead(app, deps, contract.readQueue, async ({ db, actor }, { query }) => {
    const { today } = await actor();
    const [counts, rows] = await Promise.all([
      queueCounts(db),
      queue(db, query.stage, query.limit, query.before ? { at: query.before, chart: query.beforeChart ?? null } : null),
    ]);
    const items = rows.map((row) => ({ ...row, age: row.born ? ageOn(day(row.born), day(today)) : null }));
    return { answer: { counts, items }, charts: items.map(({ chart }) => chart) };
  });
  mountRead(app, deps, contract.openReferral, async ({ db, actor }, { params }) => {
    const opened = await presentReferral(db, params.chart, await actor());
    if (!opened) throw notFound();
    return { answer: opened, chart: params.chart };
  });
}
