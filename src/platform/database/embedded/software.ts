/** A PostgreSQL that can be run: where its programs are and what they need in their environment. */
export interface Software {
  readonly initdb: string;
  readonly postgres: string;
  readonly major: number;
  /** Distinguishes builds, `18.4.0-beta.17`; an orphan of another build is stopped rather than adopted. */
  readonly version: string;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * The environment programs of the database get: nothing of ours but a path, since our own may hold secrets and
 * settings (`PGDATA`, `LC_ALL`) that would change what they do.
 */
export function programEnv(software: Software): NodeJS.ProcessEnv {
  return { PATH: '/usr/bin:/bin', LANG: 'C', LC_ALL: 'C', TZ: 'UTC', ...software.env };
}
