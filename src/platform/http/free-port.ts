import { once } from 'node:events';
import { createServer } from 'node:net';

/** Where nobody can listen; the message is one sentence for the person who started the program. */
export class CannotListen extends Error {
  override readonly name = 'CannotListen';
}

/** What the system says, and what to do about it. */
const SENTENCES: Readonly<Record<string, (port: number, host: string) => string>> = {
  EADDRINUSE: (port) => `Port ${port} is already in use; set PORT to another one.`,
  EACCES: (port) => `Port ${port} is not for whoever runs this to listen on; set PORT to 1024 or above.`,
  EADDRNOTAVAIL: (_, host) => `${host} is no address of this machine; set HOST to one that is.`,
  ENOTFOUND: (_, host) => `${host} is no address of this machine; set HOST to one that is.`,
  EAI_AGAIN: (_, host) => `${host} is no address of this machine; set HOST to one that is.`,
};

/** Throws `CannotListen` where a server could not: asked before a start does what it cannot take back. Port 0 is whichever is free. */
export async function assertPortFree(port: number, host: string): Promise<void> {
  const probe = createServer();
  probe.listen({ port, host });
  try {
    await once(probe, 'listening');
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    throw new CannotListen(SENTENCES[code]?.(port, host) ?? `Nobody can listen on port ${port}: ${code}.`, { cause });
  }
  probe.close();
  await once(probe, 'close');
}
