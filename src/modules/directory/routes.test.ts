import Fastify from 'fastify';
import { afterAll, describe, expect, it } from 'vitest';
import { day } from '#shared/calendar-day.ts';
import { publicAssets } from './public/assets.ts';
import { inMemoryDirectory } from './reader.ts';
import { registerPublicPages } from './routes.ts';

const app = Fastify();
registerPublicPages(app, inMemoryDirectory(), () => day('2026-11-22'));
afterAll(() => app.close());

describe('the public pages over HTTP', () => {
  it.each([
    ['/', 200],
    ['/es', 200],
    ['/find?q=Bridgeton', 200],
    ['/find?q=a&q=b', 200],
    ['/es/encontrar?q=Bridgeton', 200],
    ['/county/cape-may', 200],
    ['/es/condado/cape-may', 200],
    ['/county/nowhere', 404],
    ['/how-it-works', 200],
    ['/es/como-funciona', 200],
  ])('%s answers %d with a policy that allows no script, and no cookie', async (url, status) => {
    const answer = await app.inject({ url });
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    expect(answer.headers['content-security-policy']).not.toContain('script-src');
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it.each([
    ['/nowhere', 'There is no such page', 'en'],
    ['/es/en/ninguna/parte', 'Esta página no existe', 'es'],
  ])('a mistyped address %s is answered with a page that leads on', async (url, title, language) => {
    const answer = await app.inject({ url, headers: { accept: 'text/html,*/*' } });
    expect(answer.statusCode).toBe(404);
    expect(answer.payload).toContain(`<html lang="${language}">`);
    expect(answer.payload).toContain(`<h1>${title}</h1>`);
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
  });

  it.each([
    ['/nowhere', 'application/json'],
    ['/api/nowhere', 'text/html'],
    ['/app/assets/old.js', 'text/html'],
  ])('%s asked for as %s is answered as to a program', async (url, accept) => {
    const answer = await app.inject({ url, headers: { accept } });
    expect(answer.statusCode).toBe(404);
    expect(answer.headers['content-type']).toContain('json');
  });

  it.each(publicAssets)('serves $path', async ({ path, contentType }) => {
    const answer = await app.inject({ url: path });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe(contentType);
    expect(answer.rawPayload.length).toBeGreaterThan(100);
  });

  it('refers to no file that is not served', async () => {
    const { body } = await app.inject({ url: '/' });
    const css = (await app.inject({ url: '/assets/public.css' })).body;
    const referred = [...`${body}${css}`.matchAll(/["(](\/assets\/[^")]+)/g)].map(([, path]) => path);
    expect(new Set(referred)).toEqual(new Set(publicAssets.map(({ path }) => path)));
  });

  it('weighs little: a page with its styles and fonts is under 150 kB even uncompressed', async () => {
    const paths = ['/', ...publicAssets.map(({ path }) => path)];
    const answers = await Promise.all(paths.map((url) => app.inject({ url })));
    expect(answers.reduce((sum, { rawPayload }) => sum + rawPayload.length, 0)).toBeLessThan(150_000);
  });
});
