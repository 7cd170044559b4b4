import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { CalendarDay } from '#shared/calendar-day.ts';
import { projectRoot, publicAssets } from './public/assets.ts';
import { type PublicPage, publicPages, unknownPage } from './public/pages.tsx';
import type { DirectoryReader } from './reader.ts';

/** No script at all, nothing from elsewhere, and no address passed on to the sites that are linked. */
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'public, max-age=300',
} as const;

/** Addresses below which programs ask, and files. */
const FOR_PROGRAMS = /^\/(api|fhir|metrics|assets|app)(\/|$)/;

interface Asked {
  Params: Record<string, string>;
  Querystring: Record<string, unknown>;
}

/** Serves the public pages and their files. They need no session, read nothing about anybody and set no cookie. */
export function registerPublicPages(app: FastifyInstance, reader: DirectoryReader, today: () => CalendarDay): void {
  const show = async (page: PublicPage, request: FastifyRequest<Asked>, reply: FastifyReply) => {
    const { status, html, headers } = await page.render(request.params, request.query, reader, today());
    return reply
      .code(status)
      .headers({ ...HEADERS, ...headers })
      .type('text/html; charset=utf-8')
      .send(html);
  };
  for (const page of publicPages) app.get<Asked>(page.path, (request, reply) => show(page, request, reply));
  // Whoever types an address gets a page; programs that ask get the answer programs read.
  app.get<Asked>('/*', async (request, reply) => {
    const [path = '/'] = request.url.split('?');
    const reads = request.headers.accept?.includes('text/html') && !FOR_PROGRAMS.test(path);
    return reads ? show(unknownPage(path), request, reply) : reply.callNotFound();
  });
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
