import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import type { Sealer } from './sealer.ts';
import { verifyAudit } from './verify.ts';

/** As long as the longest transaction of another test file takes on a busy machine: loading the demo is one. */
const LONGEST_MS = 100_000;

/**
 * Seals until nothing is left to seal. Test files share a server, and each other's open transactions hold sealing up:
 * what is written is sealed once every older transaction has ended, in whatever database.
 */
export async function sealAll(by: Pick<Sealer, 'sealNow'>, owner: pg.Pool): Promise<void> {
  for (const until = performance.now() + LONGEST_MS; performance.now() < until; await pause(20)) {
    await by.sealNow();
    if ((await verifyAudit(owner)).unsealed === 0) return;
  }
  throw new Error('something stays unsealed');
}
