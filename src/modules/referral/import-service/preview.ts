import type { z } from 'zod';
import type { Actor } from '#modules/access/model.ts';
import type { Db } from '#platform/database/db.ts';
import { nameInCells } from '../import/column-names.ts';
import { type ColumnMapping, missingColumns } from '../import/columns.ts';
import { readReferralFile } from '../import/read-file.ts';
import type { RowOutcome } from '../import/read-rows.ts';
import type { previewImport } from './contract.ts';
import type { ImportDeps } from './deps.ts';
import { mappingFor } from './mapping-for.ts';
import { readAgainst, sourceFor } from './read-against.ts';

const FIRST = 20;

interface Asked {
  readonly text: string;
  readonly mapping?: ColumnMapping | undefined;
  readonly source: string;
}

/** What an import would do, from the file and what is already here. Nothing is written. */
export async function preview(
  db: Db,
  actor: Actor,
  deps: ImportDeps,
  asked: Asked,
): Promise<z.output<typeof previewImport.answer>> {
  const file = readReferralFile(asked.text);
  const mapping = asked.mapping ?? (await mappingFor(db, actor.agency, file.columns));
  const missing = missingColumns(mapping);
  const source = sourceFor(actor, asked.source);
  const outcomes =
    missing.length > 0 ? [] : [...(await readAgainst(db, actor, deps, { file, mapping, source })).outcomes];
  return {
    columns: [...file.columns],
    mapping,
    missing: [...missing],
    delimiter: file.delimiter,
    problems: file.problems.map(shownProblem),
    rows: file.rows.length,
    counts: {
      outcomes: countBy(outcomes.map(outcomeName)),
      tasks: countBy(outcomes.flatMap((one) => (one.kind === 'readable' ? one.tasks.map(({ code }) => code) : []))),
      problems: countBy(
        outcomes.flatMap((one) => (one.kind === 'unreadable' ? one.problems.map(({ code }) => code) : [])),
      ),
    },
    first: outcomes.slice(0, FIRST).map((outcome) => shownRow(outcome, mapping)),
  };
}

/** One word for a row: as it is stored with an import. */
export function outcomeName(outcome: RowOutcome): 'registered' | 'with-tasks' | 'unreadable' | 'already-here' {
  if (outcome.kind !== 'readable') return outcome.kind;
  return outcome.tasks.length > 0 ? 'with-tasks' : 'registered';
}

function shownRow(outcome: RowOutcome, mapping: ColumnMapping) {
  const draft = outcome.kind === 'readable' ? outcome.draft : null;
  return {
    line: outcome.line,
    outcome: outcomeName(outcome),
    externalId: draft?.externalId ?? (outcome.kind === 'already-here' ? outcome.externalId : null),
    name: draft
      ? `${draft.youth.preferredName ?? draft.youth.firstName} ${draft.youth.lastName}`
      : nameInCells(outcome.cells, mapping),
    birthDay: draft?.youth.birthDay ?? null,
    tasks: outcome.kind === 'readable' ? outcome.tasks.map(({ code }) => code) : [],
    problems: outcome.kind === 'unreadable' ? outcome.problems.map(shownProblem) : [],
    notes:
      outcome.kind === 'readable'
        ? outcome.notes.map(({ field, code, detail }) => ({ field, code, detail: { ...detail } }))
        : [],
  };
}

function shownProblem({
  field,
  code,
  detail,
}: {
  field: string;
  code: string;
  detail?: Readonly<Record<string, string | number>>;
}) {
  return detail ? { field, code, detail: { ...detail } } : { field, code };
}

export function countBy(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
