import type pg from 'pg';
import { DUMP_SECTIONS } from './dump-sections.ts';

/**
 * The schema as text, the same for the same migrations on every machine and on PostgreSQL 15 and 18: tables with their
 * columns, constraints, indexes, triggers, policies, functions, grants and comments, each sorted by name. It is read
 * by people in reviews and compared by the check; it is not meant to be run.
 */
export async function dumpSchema(owner: pg.Pool, schemas: readonly string[] = ['kinfold']): Promise<string> {
  const client = await owner.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    // With nothing else in the path, PostgreSQL writes every name with its schema.
    await client.query("SET LOCAL search_path = ''");
    const parts: string[] = [];
    for (const { title, text } of DUMP_SECTIONS) {
      const { rows } = await client.query<{ line: string }>(text, [schemas]);
      if (rows.length > 0) parts.push([`-- ${title}`, ...rows.map((row) => row.line)].join('\n'));
    }
    return `${parts.join('\n\n')}\n`;
  } finally {
    await client.query('ROLLBACK').catch(() => {});
    client.release();
  }
}
