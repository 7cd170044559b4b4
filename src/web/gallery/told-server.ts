import { emptied } from './emptied.ts';
import type { Recorded } from './page-story.tsx';

/** How the server behaves while a page is shown. */
export type Mood = 'full' | 'empty' | 'loading' | 'failing';

const json = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

function answerTo(recorded: Recorded, session: unknown, mood: Mood, asked: string): Promise<Response> {
  // Who is here is always known: a page without anybody is the page for signing in.
  if (asked === 'GET /api/session') return Promise.resolve(session ? json(200, session) : json(401, signedOut));
  if (mood === 'loading') return new Promise<Response>(() => undefined);
  if (mood === 'failing') return Promise.resolve(json(500, { status: 500, code: 'fault', problems: [] }));
  const found = recorded.answers[asked] ?? recorded.answers[asked.replace(/\?.*/, '')];
  if (found === undefined) return Promise.resolve(json(404, { status: 404, code: 'not-found', problems: [] }));
  return Promise.resolve(json(200, mood === 'empty' ? emptied(found) : found));
}
const signedOut = { status: 401, code: 'signed-out', problems: [] };

/** Puts recorded answers in the place of the server for as long as this window lives; nothing leaves the browser. */
export function tellServer(recorded: Recorded, session: unknown, mood: Mood): void {
  const real = window.fetch;
  window.fetch = (input, init) => {
    const { pathname, search } = new URL(input instanceof Request ? input.url : input, location.href);
    if (!pathname.startsWith('/api/')) return real(input, init);
    return answerTo(recorded, session, mood, `${init?.method ?? 'GET'} ${pathname}${search}`);
  };
}
