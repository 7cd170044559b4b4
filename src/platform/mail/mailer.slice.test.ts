import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { smtpMailer } from './mailer.ts';

/** As much of a mail server as one message needs; keeps the lines it is sent. */
async function mailServer(refuse = false): Promise<{ server: Server; port: number; lines: string[] }> {
  const lines: string[] = [];
  const server = createServer((socket) => converse(socket, lines, refuse));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { server, port: address.port, lines };
}

function converse(socket: Socket, lines: string[], refuse: boolean): void {
  let inData = false;
  socket.setEncoding('utf8');
  socket.write('220 test\r\n');
  socket.on('data', (chunk: string) => {
    for (const line of chunk.split('\r\n').filter(Boolean)) {
      lines.push(line);
      if (inData && line !== '.') continue;
      const ends = inData;
      inData = line === 'DATA';
      if (line.startsWith('RCPT') && refuse) socket.write('550 no such mailbox\r\n');
      else if (inData) socket.write('354 go on\r\n');
      else if (line === 'QUIT') socket.end('221 bye\r\n');
      else socket.write(ends ? '250 kept\r\n' : '250 test\r\n');
    }
  });
}

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
