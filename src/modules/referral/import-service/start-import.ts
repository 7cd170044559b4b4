import { createHash } from 'node:crypto';
import type { AgencyCommand } from '#modules/record/agency-command.ts';
import { statement } from '#platform/database/db.ts';
import type { ColumnMapping } from '../import/columns.ts';
import { readReferralFile } from '../import/read-file.ts';
import { mappingFor } from './mapping-for.ts';
import { checkMapping, sourceFor } from './read-against.ts';

const ADD = statement(
  'import.add',
  `insert into kinfold.import_batch (id, agency, programme, by_seat, file_name, file_digest, rows, source, mapping, columns)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10)`,
);
const KEEP_TEXT = statement(
  'import.keep-text',
  'insert into kinfold.import_batch_file (batch, agency, text) values ($1, $2, $3)',
);

export interface FileToImport {
  readonly id: string;
  readonly fileName: string;
  readonly text: string;
  readonly mapping?: ColumnMapping | undefined;
  readonly source: string;
}

/** Keeps the file to be read row by row after commit. Refuses one without rows or without the columns every row needs. */
export async function startImport(
  command: AgencyCommand,
  asked: FileToImport,
): Promise<{ import: string; rows: number }> {
  const { db, actor } = command;
  const file = readReferralFile(asked.text);
  const mapping = asked.mapping ?? (await mappingFor(db, actor.agency, file.columns));
  checkMapping(file, mapping);
  const digest = createHash('sha256').update(asked.text).digest();
  const rows = file.rows.length;
  await db.query(ADD, [
    asked.id,
    actor.agency,
    actor.programme,
    actor.seat,
    asked.fileName,
    digest,
    rows,
    sourceFor(actor, asked.source),
    JSON.stringify(mapping),
    file.columns,
  ]);
  await db.query(KEEP_TEXT, [asked.id, actor.agency, asked.text]);
  command.detail('import', asked.id);
  command.detail('rows', rows);
  return { import: asked.id, rows };
}
