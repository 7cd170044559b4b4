import type pg from 'pg';
import { ProgressKeeper } from '#modules/background/index.ts';
import { type ImportDeps, importJob } from '#modules/referral/import-service/index.ts';
import type { JobHandler } from '#platform/jobs/handler.ts';

export type BackgroundDeps = ImportDeps & { readonly owner: pg.Pool };

/** All long work of the program, for whichever process runs it. */
export function backgroundJobs(deps: BackgroundDeps): readonly JobHandler[] {
  const progress = new ProgressKeeper(deps.owner);
  return [importJob(deps, progress)];
}
