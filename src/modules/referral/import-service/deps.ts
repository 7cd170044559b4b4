import type { CommandDeps } from '#modules/record/command.ts';

export interface ImportDeps extends CommandDeps {
  /** Names of New Jersey's counties, for reading the county column. */
  readonly counties: readonly string[];
  /** Names of the counties a ZIP lies in; none for a ZIP not known. */
  readonly countiesOfZip: (zip: string) => readonly string[];
}
