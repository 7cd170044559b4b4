import { createHmac } from 'node:crypto';
import path from 'node:path';
import { type Connection, connectionFromUrl, refusePlainAway } from './connection.ts';
import { type FolderUse, startEmbedded } from './embedded/start-embedded.ts';

export interface RunningDatabase {
  readonly connection: Connection;
  /** What keys for sealed values are derived from. The same for every process on one database. */
  readonly secret: string;
  /** What the request roles' passwords are derived from. The same for every database of one cluster, which shares its roles. */
  readonly rolesSecret: string;
  /** Where the secret is kept; null where it is set or derived. */
  readonly secretFile: string | null;
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
export async function startDatabase(
  env: DatabaseEnv,
  log: (line: string) => void,
  use: FolderUse,
): Promise<RunningDatabase> {
  if (env.DATABASE_URL) {
    const connection = connectionFromUrl(env.DATABASE_URL);
    refusePlainAway(connection, env.KINFOLD_DATABASE_PLAIN === 'allowed');
    const secret = env.KINFOLD_SECRET || derived(connection, `kinfold roles of ${connection.database}`);
    const rolesSecret = env.KINFOLD_SECRET || derived(connection, 'kinfold request roles');
    return { connection, secret, rolesSecret, secretFile: null, embedded: false, stop: async () => {} };
  }
  const dataDir = env.KINFOLD_DATA;
  const server = await startEmbedded({ log, use, ...(dataDir ? { dataDir } : {}) });
  const secret = env.KINFOLD_SECRET || server.secret;
  return {
    connection: server.connection,
    secret,
    rolesSecret: secret,
    secretFile: env.KINFOLD_SECRET ? null : path.join(server.dataDir, 'secret'),
    embedded: true,
    stop: server.stop,
  };
}

function derived({ password }: Connection, what: string): string {
  if (!password)
    throw new Error('Set KINFOLD_SECRET: DATABASE_URL carries no password to derive the role passwords from.');
  return createHmac('sha256', password).update(what).digest('hex');
}
