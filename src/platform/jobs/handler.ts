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
  /** How often it is tried again, and how long after the first failure; each wait is about twice the one before, up to an hour. */
  readonly patience?: JobPatience;
  /** Jobs with the same key are one: a second one asked for while the first still waits is dropped. */
  readonly oneWaitingPer?: (data: JobRun['data']) => string;
  /** When it runs without anybody asking; asked at every start, and what is no longer said is no longer done. */
  readonly schedules?: () => Promise<readonly JobSchedule[]>;
  run(job: JobRun): Promise<void>;
  /** Told when the job failed for good, unless the process that tried it last was killed: see `giveUpLost`. */
  gaveUp?(job: Pick<JobRun, 'data'>): Promise<void>;
  /** Asked at every start: work that is under way by its own account and that nobody will take up any more is given up. */
  giveUpLost?(): Promise<void>;
}

export interface JobPatience {
  readonly times: number;
  readonly seconds: number;
}

/** Thrown between units when the process stops: the job is asked for anew, and taken up again later. */
export class StoppedBetweenUnits extends Error {
  override readonly name = 'StoppedBetweenUnits';
}

export function stopIfAsked(signal: AbortSignal): void {
  if (signal.aborted) throw new StoppedBetweenUnits('stopped between units');
}
