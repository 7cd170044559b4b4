import { open, readFile } from 'node:fs/promises';

/** One line of the heads file: a seal's head, or the beginning of an era after the seal that came before it. */
export type HeadLine =
  | { readonly number: number; readonly era: number; readonly head: string; readonly sealedAt: string }
  | { readonly era: number; readonly after: number };

/** Seals that were in the database once and are not any more, because it was restored from an earlier copy. */
export interface LostSeals {
  readonly from: number;
  readonly to: number;
  /** The era that began with the restored database. */
  readonly beforeEra: number;
}

export interface Heads {
  /** By number: the heads that the database should still have. */
  readonly heads: ReadonlyMap<number, string>;
  readonly lastNumber: number;
  readonly lastEra: number;
  readonly lost: readonly LostSeals[];
  readonly unreadable: number;
}

/** Reads the file; one that does not exist is empty. A line torn by a crash counts as unreadable, the rest is read. */
export async function readHeads(file: string): Promise<Heads> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  });
  const heads = new Map<number, string>();
  const lost: LostSeals[] = [];
  let [lastNumber, lastEra, unreadable] = [0, 0, 0];
  for (const line of text.split('\n').map(lineOf)) {
    if (line === null) continue;
    if (line === 'unreadable') unreadable++;
    else if ('after' in line) {
      if (lastNumber > line.after) lost.push({ from: line.after + 1, to: lastNumber, beforeEra: line.era });
      for (let number = line.after + 1; number <= lastNumber; number++) heads.delete(number);
      lastNumber = Math.min(lastNumber, line.after);
      lastEra = line.era;
    } else {
      heads.set(line.number, line.head);
      lastNumber = Math.max(lastNumber, line.number);
    }
  }
  return { heads, lastNumber, lastEra, lost, unreadable };
}

function lineOf(text: string): HeadLine | 'unreadable' | null {
  if (text === '') return null;
  try {
    const line: unknown = JSON.parse(text);
    if (typeof line !== 'object' || line === null || !('era' in line) || typeof line.era !== 'number')
      return 'unreadable';
    if ('after' in line && typeof line.after === 'number') return { era: line.era, after: line.after };
    if (!('number' in line && typeof line.number === 'number' && 'head' in line && typeof line.head === 'string'))
      return 'unreadable';
    const sealedAt = 'sealedAt' in line && typeof line.sealedAt === 'string' ? line.sealedAt : '';
    return { number: line.number, era: line.era, head: line.head, sealedAt };
  } catch {
    return 'unreadable';
  }
}

/** Appends lines durably. They begin on a line of their own even when a crash tore the last one. */
export async function appendHeads(file: string, lines: readonly HeadLine[], afterTornLine: boolean): Promise<void> {
  if (lines.length === 0) return;
  const handle = await open(file, 'a', 0o600);
  try {
    await handle.appendFile(`${afterTornLine ? '\n' : ''}${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Whether the file ends in the middle of a line. */
export async function endsTorn(file: string): Promise<boolean> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text !== '' && !text.endsWith('\n');
}
