import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import pg from 'pg';
import { connectionFromUrl } from '#platform/database/connection.ts';
import { clientConfig } from '#platform/database/pools.ts';
import { FLOOR_CHART, FLOOR_CONTACT, FLOOR_SEARCH, FLOOR_WORKLIST } from './floor-statements.ts';

interface Prepared {
  readonly name: string;
  readonly text: string;
}

/** A bare server that answers each job with its one statement. Listens on loopback; tells its port to whoever started it. */
export async function serveFloor(databaseUrl: string): Promise<void> {
  const pool = new pg.Pool({ ...clientConfig(connectionFromUrl(databaseUrl)), max: 16 });
  const ask = async (statement: Prepared, values: unknown[]): Promise<string> => {
    const { rows } = await pool.query<{ body: string }>({ ...statement, values });
    return rows[0]?.body ?? 'null';
  };
  const answer = async (request: IncomingMessage): Promise<string> => {
    const [, job, a = '', b = '', c = ''] = (request.url ?? '').split('/');
    if (job === 'chart') return ask(FLOOR_CHART, [a]);
    if (job === 'worklist') return ask(FLOOR_WORKLIST, [a, b]);
    if (job === 'search') return ask(FLOOR_SEARCH, [a, b, `${b}\u{10FFFF}`]);
    const body = JSON.parse(await textOf(request)) as Record<string, string>;
    const values = [a, body.id, b, body.on, body.words, c];
    // Two notes on one chart at once may take the same number; the second tries again.
    return ask(FLOOR_CONTACT, values).catch(() => ask(FLOOR_CONTACT, values));
  };
  const server = createServer((request, response) => {
    answer(request).then(
      (text) => reply(response, 200, text),
      (error: unknown) => reply(response, 500, JSON.stringify({ error: String(error) })),
    );
  });
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    process.send?.({ port: typeof address === 'object' ? address?.port : null });
  });
  process.once('SIGTERM', () => {
    server.close();
    void pool.end().then(() => process.exit(0));
  });
}

function reply(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += String(chunk);
  return text;
}
