import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { BackupRefused } from './refused.ts';

/**
 * The only bytes of a backup that are not encrypted. Together they are also authenticated data of every chunk, so a
 * chunk belongs to one file.
 *
 *     0 magic 8 | 8 format 1 | 9 scrypt log2 N, r, p 3 | 12 salt 16 | 28 nonce prefix 7 | 35 key check 16 | 51 sum 8
 */
export const PREAMBLE_BYTES = 59;

export interface FileKey {
  readonly key: Buffer;
  readonly noncePrefix: Buffer;
  readonly preamble: Buffer;
}

const MAGIC = Buffer.from('KINFOLDB');
const FORMAT = 1;
/** 128 MB and about half a second a guess. */
export const STRONG = 17;
/** Characters of a passphrase, which stands alone between a lost backup and everybody's records. */
export const SHORTEST_PASSPHRASE = 15;

/** A new key for a new file. Throws `BackupRefused` when the passphrase is too short to protect anything. */
export async function newFileKey(passphrase: string, log2N: number): Promise<FileKey> {
  if ([...passphrase].length < SHORTEST_PASSPHRASE) {
    const sentence = `The passphrase must have at least ${SHORTEST_PASSPHRASE} characters.`;
    throw new BackupRefused('short-passphrase', sentence);
  }
  const salt = randomBytes(16);
  const noncePrefix = randomBytes(7);
  const cost = { log2N, r: 8, p: 1 };
  const { key, check } = await derive(passphrase, salt, cost);
  const body = Buffer.concat([MAGIC, Buffer.from([FORMAT, cost.log2N, cost.r, cost.p]), salt, noncePrefix, check]);
  return { key, noncePrefix, preamble: Buffer.concat([body, sum(body)]) };
}

/** The key of a file that is there. Throws `BackupRefused`: no backup, newer format, damaged, or wrong passphrase. */
export async function openFileKey(passphrase: string, preamble: Buffer): Promise<FileKey> {
  if (!preamble.subarray(0, 8).equals(MAGIC))
    throw new BackupRefused('not-a-backup', 'This file is not a Kinfold backup.');
  const format = preamble[8] ?? 0;
  if (format > FORMAT) {
    throw new BackupRefused(
      'newer-format',
      'This backup was made by a newer version of Kinfold; restore it with that one.',
    );
  }
  const body = preamble.subarray(0, 51);
  const cost = { log2N: preamble[9] ?? 0, r: preamble[10] ?? 0, p: preamble[11] ?? 0 };
  const sane = cost.log2N >= 10 && cost.log2N <= 20 && cost.r >= 1 && cost.r <= 16 && cost.p >= 1 && cost.p <= 4;
  if (!sum(body).equals(preamble.subarray(51, PREAMBLE_BYTES)) || !sane) {
    throw new BackupRefused('damaged', 'The backup is damaged at its beginning.');
  }
  const { key, check } = await derive(passphrase, preamble.subarray(12, 28), cost);
  if (!timingSafeEqual(check, preamble.subarray(35, 51))) {
    throw new BackupRefused('wrong-passphrase', 'The passphrase does not open this backup.');
  }
  return { key, noncePrefix: Buffer.from(preamble.subarray(28, 35)), preamble: Buffer.from(preamble) };
}

interface Cost {
  readonly log2N: number;
  readonly r: number;
  readonly p: number;
}

const sum = (body: Buffer): Buffer => createHash('sha256').update(body).digest().subarray(0, 8);

/** 32 bytes of key and 16 more that tell a wrong passphrase from a damaged file; neither says anything of the other. */
function derive(passphrase: string, salt: Buffer, cost: Cost): Promise<{ key: Buffer; check: Buffer }> {
  const N = 2 ** cost.log2N;
  const options = { N, r: cost.r, p: cost.p, maxmem: 256 * N * cost.r };
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFC'), salt, 48, options, (error, derived) => {
      if (error) reject(error);
      else resolve({ key: derived.subarray(0, 32), check: derived.subarray(32) });
    });
  });
}
