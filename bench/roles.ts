import { join } from 'node:path';
import type { PolicyShelf } from '#modules/duties/policy-shelf.ts';
import { readPolicies } from '#modules/duties/read-policies.ts';
import { readConfig } from '#platform/config/config.ts';
import { connectionFromUrl } from '#platform/database/connection.ts';
import { silentLog } from '#platform/log/log.ts';
import type { CalendarDay } from '#shared/calendar-day.ts';
import type { WriteDeps } from '../seeds/write-charts.ts';
import { evaluatorOf } from '../src/evaluator.ts';
import { factKinds } from '../src/fact-kinds.ts';
import { startKinfold } from '../src/main.ts';
import { projectFolder } from '../src/project-folder.ts';
import { serveFloor } from './floor.ts';
import { writeShare } from './write-share.ts';

/** The rules and fact kinds the program itself works with. */
export async function usualPolicies(): Promise<WriteDeps & { readonly shelf: PolicyShelf }> {
  const shelf = await readPolicies(join(projectFolder, 'policies'), factKinds);
  return { evaluate: evaluatorOf(shelf), kinds: factKinds, shelf };
}

const settled = (name: string): string => process.env[name] ?? '';

/** What a helper process does, by its name. */
export async function playRole(role: string): Promise<void> {
  // Whoever started this is gone: nothing may stay behind.
  process.once('disconnect', () => process.exit(0));
  if (role === 'floor') return serveFloor(settled('DATABASE_URL'));
  if (role === 'product') return serveProduct();
  if (role === 'writer') return write();
  throw new Error(`no such role: ${role}`);
}

/** The program itself, as it is served. */
async function serveProduct(): Promise<void> {
  const kinfold = await startKinfold(
    readConfig({ ...process.env, PORT: '0', HOST: '127.0.0.1', KINFOLD_DEMO: 'no' }),
    silentLog,
  );
  const idle = process.memoryUsage().rss;
  process.send?.({ port: Number(new URL(kinfold.url).port), idle });
  process.once('SIGTERM', () => void kinfold.stop().then(() => process.exit(0)));
}

async function write(): Promise<void> {
  const deps = await usualPolicies();
  process.send?.({ ready: true });
  const share = {
    youths: Number(settled('YOUTHS')),
    part: Number(settled('PART')),
    parts: Number(settled('PARTS')),
    today: Number(settled('TODAY')) as CalendarDay,
  };
  const rows = await writeShare(connectionFromUrl(settled('DATABASE_URL')), share, deps, (charts) =>
    process.send?.({ charts }),
  );
  process.send?.({ rows }, () => process.exit(0));
}
