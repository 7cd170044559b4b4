/** Where a database is and who connects. `host` is a name, an address, or the folder of a unix socket. */
export interface Connection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  readonly ssl?: boolean;
}

/**
 * Reads a `postgres://user:password@host:port/database?sslmode=require` address. A socket folder is given as
 * `?host=/path`. Throws an Error with one sentence when the text is not such an address.
 */
export function connectionFromUrl(text: string): Connection {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^postgres(ql)?:$/.test(url.protocol)) {
    throw new Error('DATABASE_URL is not a postgres:// address.');
  }
  const database = decodeURIComponent(url.pathname.slice(1));
  if (!database || !url.username) throw new Error('DATABASE_URL must name a user and a database.');
  const sslMode = url.searchParams.get('sslmode');
  return {
    host: url.searchParams.get('host') ?? decodeURIComponent(url.hostname || 'localhost'),
    port: Number(url.port || url.searchParams.get('port') || 5432),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database,
    ...(sslMode !== null && sslMode !== 'disable' ? { ssl: true } : {}),
  };
}
