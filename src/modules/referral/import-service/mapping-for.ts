import { type Db, statement } from '#platform/database/db.ts';
import { type ColumnMapping, suggestMapping } from '../import/columns.ts';

const BEFORE = statement(
  'import.mapping-before',
  `select mapping from kinfold.import_batch where agency = $1 and columns = $2 and mapping is not null order by at desc limit 1`,
);

/**
 * Which column is which, where nobody has said: as the organization had it when it last imported a file with this header,
 * such as the one whose rows were mended; otherwise guessed from the header.
 */
export async function mappingFor(db: Db, agency: number, columns: readonly string[]): Promise<ColumnMapping> {
  const before = (await db.query<{ mapping: ColumnMapping }>(BEFORE, [agency, columns])).rows[0];
  return before?.mapping ?? suggestMapping(columns);
}
