import { z } from 'zod';
import type { Fact, FactKind } from '#modules/facts/model.ts';
import type { IsoDay } from '#shared/calendar-day.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { contradictions } from './contradictions.ts';
import type { FileProblem } from './file-problem.ts';
import { type FactsFile, factsFile, fileFact } from './file-schema.ts';
import { sayIssue } from './say-issue.ts';
import { supersessions } from './supersessions.ts';

export interface ReadFile {
  readonly facts: readonly Fact[];
  readonly parameters: NonNullable<FactsFile['parameters']>;
}

/** Reads the facts of a file and refuses whatever could not have been recorded; every problem at once. */
export function readFacts(json: unknown, kinds: readonly FactKind[]): Result<ReadFile, readonly FileProblem[]> {
  const parsed = factsFile.safeParse(json);
  const registry = new Map(kinds.map((kind) => [kind.kind, kind]));
  if (!parsed.success) {
    const shape = parsed.error.issues.map(
      (issue): FileProblem => ({ pointer: pointerOf(issue.path), code: 'shape', reason: sayIssue(issue, json) }),
    );
    return fail([...shape, ...besideTheShape(registry, json)]);
  }
  const problems: FileProblem[] = parsed.data.facts.flatMap((fact, index) => dataProblems(registry, fact, index));
  const facts = parsed.data.facts.map(factOf);
  problems.push(...orderProblems(facts), ...supersessions(facts));
  if (problems.length === 0) problems.push(...contradictions(facts));
  return problems.length > 0 ? fail(problems) : ok({ facts, parameters: parsed.data.parameters ?? {} });
}

/** What else is wrong in a file that is not of the shape: the facts that can be read, and kinds nobody knows in the rest. */
function besideTheShape(registry: ReadonlyMap<string, FactKind>, json: unknown): FileProblem[] {
  const { facts } = listed.safeParse(json).data ?? { facts: [] };
  return facts.flatMap((given, index) => {
    const fact = fileFact.safeParse(given);
    if (fact.success) return dataProblems(registry, fact.data, index);
    const kind = named.safeParse(given).data?.kind;
    return kind === undefined || registry.has(kind) ? [] : [unknownKind(kind, index)];
  });
}

const listed = z.object({ facts: z.array(z.unknown()) });
const named = z.object({ kind: z.string() });

const unknownKind = (kind: string, index: number): FileProblem => ({
  pointer: `/facts/${index}/kind`,
  code: 'unknown-kind',
  reason: `"${kind}" is not a kind of fact that is registered`,
});

/** A fact without `recordedAt` is taken as learnt at noon (UTC) of its own day. */
function factOf(given: FactsFile['facts'][number], index: number): Fact {
  return {
    seq: given.seq ?? index + 1,
    recordedAt: given.recordedAt ?? given.at ?? `${given.on}T12:00:00Z`,
    kind: given.kind,
    on: given.on as IsoDay,
    at: given.at,
    data: given.data ?? {},
    category: given.category ?? 'general',
    supersedes: given.supersedes,
    withdraws: given.withdraws,
  };
}

function dataProblems(
  registry: ReadonlyMap<string, FactKind>,
  fact: FactsFile['facts'][number],
  index: number,
): FileProblem[] {
  const kind = registry.get(fact.kind);
  if (kind === undefined) return [unknownKind(fact.kind, index)];
  const checked = kind.data.safeParse(fact.data ?? {});
  if (checked.success) return [];
  return checked.error.issues.map((issue) => ({
    pointer: pointerOf(['facts', index, 'data', ...issue.path]),
    code: 'data',
    reason: `${fact.kind}: ${sayIssue(issue, fact.data ?? {})}`,
  }));
}

function orderProblems(facts: readonly Fact[]): FileProblem[] {
  const seen = new Map<number, number>();
  return facts.flatMap((fact, index): FileProblem[] => {
    const before = seen.get(fact.seq);
    seen.set(fact.seq, index);
    if (before === undefined) return [];
    return [
      {
        pointer: `/facts/${index}/seq`,
        code: 'order',
        reason: `seq ${fact.seq} is already the fact at /facts/${before}`,
      },
    ];
  });
}

function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
