/** One unit of long work as its handler sees it. `signal` aborts when the process is asked to stop. */
export interface JobRun {
  readonly data: Readonly<Record<string, unknown>>;
  readonly signal: AbortSignal;
}

export interface JobSchedule {
  /** Tells the schedules of one handler apart: letters, digits, `-` and `_`. */
  readonly key: string;
  /** Minute, hour, day of the month, month, day of the week, by the wall clock of `zone`. */
  readonly cron: string;
  readonly zone: string;
  readonly data: JobRun['data'];
}

/**
 * What a kind of job does. It may run again from the start after a crash, so every unit of it must be done once only,
 * by an id that follows from the job; and it must look at `signal` between units.
 */
export interface JobHandler {
  readonly name: string;
  /** Jobs with the same key are one: a second one asked for while the first still waits is dropped. */
  readonly oneWaitingPer?: (data: JobRun['data']) => string;
  /** When it runs without anybody asking; asked at every start, and what is no longer said is no longer done. */
  readonly schedules?: () => Promise<readonly JobSchedule[]>;
  run(job: JobRun): Promise<void>;
  /** Told once when the job failed for good. */
  gaveUp?(job: Pick<JobRun, 'data'>): Promise<void>;
}

/** Thrown between units when the process stops: the job goes back and is taken up again later. */
export class StoppedBetweenUnits extends Error {
  override readonly name = 'StoppedBetweenUnits';
}

export function stopIfAsked(signal: AbortSignal): void {
  if (signal.aborted) throw new StoppedBetweenUnits('stopped between units');
}
