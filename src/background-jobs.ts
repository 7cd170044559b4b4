import type pg from 'pg';
import { type ToReviewDeps, toReviewJob } from '#modules/access/emergency/to-review-job.ts';
import { ProgressKeeper } from '#modules/background/index.ts';
import type { PolicyShelf } from '#modules/duties/policy-shelf.ts';
import { moveChartsJob } from '#modules/enrolment/bulk/index.ts';
import { reEvaluateJob, whatIfJob } from '#modules/policy-desk/index.ts';
import { askWhetherHereJob } from '#modules/referral/here-already/ask-whether-here-job.ts';
import { type ImportDeps, importJob } from '#modules/referral/import-service/index.ts';
import { type DigestDeps, digestJob } from '#modules/worklists/digest/digest-job.ts';
import type { JobHandler } from '#platform/jobs/handler.ts';
import type { Log } from '#platform/log/log.ts';

export type BackgroundDeps = ImportDeps &
  DigestDeps &
  ToReviewDeps & {
    readonly owner: pg.Pool;
    readonly engine: pg.Pool;
    readonly shelf: PolicyShelf;
    readonly refreshOverrides: () => Promise<void>;
    readonly log: Log;
  };

/** All long work of the program, for whichever process runs it. */
export function backgroundJobs(deps: BackgroundDeps): readonly JobHandler[] {
  const progress = new ProgressKeeper(deps.owner);
  return [
    importJob(deps, progress),
    askWhetherHereJob(deps),
    moveChartsJob(deps, progress),
    whatIfJob(deps, progress),
    reEvaluateJob(deps),
    digestJob(deps),
    toReviewJob(deps),
  ];
}
