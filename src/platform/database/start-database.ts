import { createHmac } from 'node:crypto';
import { type Connection, connectionFromUrl, refusePlainAway } from './connection.ts';
import { startEmbedded } from './embedded/start-embedded.ts';

export interface RunningDatabase {
  readonly connection: Connection;
  /** What the role passwords are derived from. The same for every process on one database. */
  readonly secret: string;
  readonly embedded: boolean;
  /** Stops an embedded server; a database of the installation's own is left alone. */
  readonly stop: () => Promise<void>;
}

export interface DatabaseEnv {
  readonly DATABASE_URL?: string | undefined;
  readonly KINFOLD_DATABASE_PLAIN?: 'allowed' | undefined;
  readonly KINFOLD_SECRET?: string | undefined;
  readonly KINFOLD_DATA?: string | undefined;
}

/**
 * The database this installation uses: the one `DATABASE_URL` names, else an embedded one in the data folder. The
 * secret is `KINFOLD_SECRET`, else one kept in the data folder, else derived from the password in `DATABASE_URL`,
 * which every process on that database has in common.
 */
export async function startDatabase(env: DatabaseEnv, log: (line: string) => void): Promise<RunningDatabase> {
  if (env.DATABASE_URL) {
    const connection = connectionFromUrl(env.DATABASE_URL);
    refusePlainAway(connection, env.KINFOLD_DATABASE_PLAIN === 'allowed');
    const secret = env.KINFOLD_SECRET || derived(connection);
    return { connection, secret, embedded: false, stop: async () => {} };
  }
  const dataDir = env.KINFOLD_DATA;
  const server = await startEmbedded({ log, ...(dataDir ? { dataDir } : {}) });
  return {
    connection: server.connection,
    secret: env.KINFOLD_SECRET || server.secret,
    embedded: true,
    stop: server.stop,
  };
}

function derived({ password, database }: Connection): string {
  if (!password)
    throw new Error('Set KINFOLD_SECRET: DATABASE_URL carries no password to derive the role passwords from.');
  return createHmac('sha256', password).update(`kinfold roles of ${database}`).digest('hex');
}
