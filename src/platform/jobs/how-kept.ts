import type { SendOptions } from 'pg-boss';
import type { JobHandler, JobPatience } from './handler.ts';

/** Longest a job may run before it is taken for lost, in seconds; one without a sign of life is lost much sooner. */
const LONGEST_S = 6 * 3600;
const SIGN_OF_LIFE_S = 20;
const USUAL: JobPatience = { times: 5, seconds: 1 };
const LONGEST_WAIT_S = 3600;

/** How the job runner keeps a job of this kind: how long it may take, and how it is tried again. */
export function howKept({ patience = USUAL }: Pick<JobHandler, 'patience'>): SendOptions {
  return {
    retryLimit: patience.times,
    retryDelay: patience.seconds,
    retryBackoff: true,
    retryDelayMax: LONGEST_WAIT_S,
    heartbeatSeconds: SIGN_OF_LIFE_S,
    expireInSeconds: LONGEST_S,
    deleteAfterSeconds: 86_400,
  };
}
