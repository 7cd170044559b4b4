import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { CalendarDay } from '#shared/calendar-day.ts';
import { projectRoot, publicAssets } from './public/assets.ts';
import { publicPages } from './public/pages.tsx';
import type { DirectoryReader } from './reader.ts';

/** No script at all, nothing from elsewhere, and no address passed on to the sites that are linked. */
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'public, max-age=300',
} as const;

/** Serves the public pages and their files. They need no session, read nothing about anybody and set no cookie. */
export function registerPublicPages(app: FastifyInstance, reader: DirectoryReader, today: () => CalendarDay): void {
  for (const page of publicPages) {
    app.get<{ Params: Record<string, string>; Querystring: Record<string, unknown> }>(
      page.path,
      async (request, reply) => {
        const { status, html, headers } = await page.render(request.params, request.query, reader, today());
        return reply
          .code(status)
          .headers({ ...HEADERS, ...headers })
          .type('text/html; charset=utf-8')
          .send(html);
      },
    );
  }
  const root = projectRoot();
  for (const { path, files, contentType } of publicAssets) {
    app.get(path, async (_request, reply) => {
      const cache = contentType.startsWith('font/') ? 'public, max-age=31536000, immutable' : HEADERS['cache-control'];
      return reply
        .headers({ 'x-content-type-options': 'nosniff', 'cache-control': cache })
        .type(contentType)
        .send(Buffer.concat(await Promise.all(files.map((file) => readFile(join(root, file))))));
    });
  }
}
