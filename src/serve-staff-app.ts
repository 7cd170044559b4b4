import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/**
 * Serves the built staff application: hashed files under /app-assets/, and its one page at every address under /app, so that
 * any screen's address can be opened, sent and reloaded. In a demo the page says so, as `isDemo` has it when the page is asked
 * for: it may be loaded beside the running program. A database that cannot be asked keeps nobody from the page.
 */
export async function serveStaffApp(
  app: FastifyInstance,
  folder: string,
  isDemo: () => Promise<boolean>,
): Promise<void> {
  const built = await readFile(join(folder, 'index.html'), 'utf8').catch(() => null);
  if (built === null) return;
  const ofADemo = built.replace('<head>', '<head>\n    <meta name="kinfold-demonstration" content="yes">');
  await app.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: '/app-assets/',
    immutable: true,
    preCompressed: true,
    maxAge: '365d',
  });
  // Not by redirecting to `/app/`: what follows the `?` of the worklist's address would be lost.
  for (const address of ['/app', '/app/*']) {
    app.get(address, async (_request, reply) => {
      const page = (await isDemo().catch(() => false)) ? ofADemo : built;
      return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page);
    });
  }
  // Where an invitation's link leads; its fragment, which we never see, goes along.
  app.get('/invitation', (_request, reply) => reply.redirect('/app/invitation'));
}
