import { isIPv4 } from 'node:net';

/** Where a database is and who connects. `host` is a name, an address, or the folder of a unix socket. */
export interface Connection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  readonly ssl?: boolean;
}

/** Whether nothing said to it leaves this machine: a socket's folder, or a loopback address. */
const isOnThisMachine = (host: string): boolean =>
  /^(\/|localhost$|::1$)/.test(host) || (isIPv4(host) && host.startsWith('127.'));

/**
 * Throws an Error with one sentence when everybody's records would travel unencrypted to another machine. `allowed` is the
 * operator's word that something else encrypts the way there.
 */
export function refusePlainAway({ host, ssl }: Connection, allowed: boolean): void {
  if (ssl || allowed || isOnThisMachine(host)) return;
  throw new Error(
    'DATABASE_URL names another machine without encryption; add ?sslmode=require to it, or set KINFOLD_DATABASE_PLAIN=allowed where something else encrypts the way there.',
  );
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
    host: url.searchParams.get('host') ?? decodeURIComponent(url.hostname || 'localhost').replaceAll(/^\[|\]$/g, ''),
    port: Number(url.port || url.searchParams.get('port') || 5432),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database,
    ...(sslMode !== null && sslMode !== 'disable' ? { ssl: true } : {}),
  };
}
