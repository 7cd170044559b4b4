import { type Db, plain } from './db.ts';
import { WITHOUT_VALUES } from './embedded/settings.ts';

/** From least to most said into the server's log, for settings that know degrees. */
const DEGREES: Readonly<Record<string, readonly string[]>> = {
  log_min_messages: ['panic', 'fatal', 'log'],
  log_min_error_statement: ['panic', 'fatal', 'log'],
};

/**
 * Settings by which a database of one's own would write statements or their values into its log, where a person may be
 * named; each as `name = value`. The embedded one has none.
 */
export async function valuesInLog(db: Db): Promise<string[]> {
  const { rows } = await db.query<{ name: string; setting: string }>(
    plain('select name, setting from pg_settings where name = any ($1) order by name'),
    [Object.keys(WITHOUT_VALUES)],
  );
  return rows.filter(({ name, setting }) => !says(name, setting)).map(({ name, setting }) => `${name} = ${setting}`);
}

function says(name: string, setting: string): boolean {
  return DEGREES[name]?.includes(setting) ?? setting === WITHOUT_VALUES[name as keyof typeof WITHOUT_VALUES];
}
