import type { AnswerOf } from '#platform/http/operation.ts';
import type { readCaseloads } from '../../contract.ts';

export type Caseloads = AnswerOf<typeof readCaseloads>;
export type CareManager = Caseloads['careManagers'][number];

export interface Team {
  /** `null`: nobody supervises these. */
  readonly supervisor: string | null;
  readonly careManagers: readonly CareManager[];
}

/** Care managers by who supervises them, by name; those without a supervisor last. */
export function teamsOf(careManagers: readonly CareManager[]): readonly Team[] {
  const teams = new Map<string | null, CareManager[]>();
  for (const one of careManagers) teams.set(one.supervisor, [...(teams.get(one.supervisor) ?? []), one]);
  return [...teams]
    .map(([supervisor, list]) => ({ supervisor, careManagers: list }))
    .sort(
      (a, b) =>
        Number(a.supervisor === null) - Number(b.supervisor === null) ||
        String(a.supervisor).localeCompare(String(b.supervisor)),
    );
}
