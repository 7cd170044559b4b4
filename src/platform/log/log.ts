/** One line of JSON per event. Messages and fields carry codes, counts and route patterns; never what anybody typed. */
export interface Log {
  info(message: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(message: string, fields?: Readonly<Record<string, unknown>>): void;
  error(message: string, fields?: Readonly<Record<string, unknown>>): void;
}

export function jsonLog(write: (line: string) => void, now: () => number): Log {
  const at =
    (level: string) =>
    (message: string, fields: Readonly<Record<string, unknown>> = {}) =>
      write(
        JSON.stringify({ at: new Date(now()).toISOString(), level, message, ...fields, ...describe(fields['error']) }),
      );
  return { info: at('info'), warn: at('warn'), error: at('error') };
}

export const silentLog: Log = { info() {}, warn() {}, error() {} };

/**
 * An error as its name, code and stack without its message: PostgreSQL and parsers put values into messages, and values
 * here are about people.
 */
function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return {};
  const code = 'code' in error ? error.code : undefined;
  const stack = error.stack
    ?.split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 12)
    .join('\n');
  return { error: error.name, code, stack };
}
