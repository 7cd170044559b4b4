import type { Server } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { smtpMailer } from './mailer.ts';
import { mailServer } from './testing/mail-server.ts';

let running: Server | null = null;
afterEach(() => running?.close());

const LINK = 'https://kinfold.example.org/invitation#token';

test('a message is a sentence and a link, and names nobody', async () => {
  const { server, port, lines } = await mailServer();
  running = server;
  await smtpMailer(`smtp://127.0.0.1:${port}`, 'kinfold@example.org').send({
    to: 'robin@example.org',
    template: 'invitation',
    link: LINK,
    locale: 'en',
  });
  expect(lines).toContain('Subject: Your invitation');
  expect(lines.join('\n').replaceAll('=\n', '')).toContain(LINK);
  expect(lines.filter((line) => line.startsWith('RCPT'))).toEqual(['RCPT TO:<robin@example.org>']);
});

test('a refused message is an error', async () => {
  const { server, port } = await mailServer(true);
  running = server;
  const mailer = smtpMailer(`smtp://127.0.0.1:${port}`, 'kinfold@example.org');
  await expect(
    mailer.send({ to: 'nobody@example.org', template: 'new-link', link: LINK, locale: 'es' }),
  ).rejects.toThrow();
});
