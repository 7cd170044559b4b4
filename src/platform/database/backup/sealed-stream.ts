import { createCipheriv, createDecipheriv } from 'node:crypto';
import { type FileKey, newFileKey, openFileKey, PREAMBLE_BYTES, STRONG } from './preamble.ts';
import { BackupRefused } from './refused.ts';

const CHUNK_BYTES = 64 * 1024;
const TAG_BYTES = 16;
const SEALED_BYTES = CHUNK_BYTES + TAG_BYTES;

/**
 * Encrypts a stream with a passphrase: AES-256-GCM in chunks of 64 KiB. Each chunk's nonce carries its number and
 * whether it is the last, so chunks cannot be changed, swapped, dropped, repeated or cut off without being noticed.
 */
export async function* seal(passphrase: string, source: AsyncIterable<Buffer>, log2N = STRONG): AsyncGenerator<Buffer> {
  const file = await newFileKey(passphrase, log2N);
  yield file.preamble;
  let number = 0;
  for await (const { bytes, last } of chunks(source, CHUNK_BYTES)) {
    const cipher = createCipheriv('aes-256-gcm', file.key, nonce(file, number, last)).setAAD(file.preamble);
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
    number += 1;
  }
}

/**
 * The reverse. Every byte it yields is authentic; that the end is the end is known only when it finishes without an
 * error, so nothing may be kept before. Throws `BackupRefused`.
 */
export async function* unseal(passphrase: string, source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let file: FileKey | null = null;
  let number = 0;
  for await (const { bytes, last } of chunks(source, SEALED_BYTES, PREAMBLE_BYTES)) {
    if (!file) {
      if (bytes.length < PREAMBLE_BYTES) throw new BackupRefused('not-a-backup', 'This file is not a Kinfold backup.');
      file = await openFileKey(passphrase, bytes);
      if (last) throw truncated();
      continue;
    }
    yield open(file, number, bytes, last);
    number += 1;
  }
}

function open(file: FileKey, number: number, sealed: Buffer, last: boolean): Buffer {
  const plain = decrypted(file, number, sealed, last);
  if (plain) return plain;
  // Whole, but not the last one: the file ends too early.
  if (last && decrypted(file, number, sealed, false)) throw truncated();
  if (last && sealed.length < SEALED_BYTES) {
    throw new BackupRefused('truncated', 'The backup is incomplete or damaged at its end.');
  }
  throw new BackupRefused('damaged', `The backup is damaged near byte ${PREAMBLE_BYTES + number * SEALED_BYTES}.`);
}

const truncated = (): BackupRefused => new BackupRefused('truncated', 'The backup is incomplete: its end is missing.');

function decrypted(file: FileKey, number: number, sealed: Buffer, last: boolean): Buffer | null {
  if (sealed.length < TAG_BYTES) return null;
  const split = sealed.length - TAG_BYTES;
  const decipher = createDecipheriv('aes-256-gcm', file.key, nonce(file, number, last), { authTagLength: TAG_BYTES });
  decipher.setAAD(file.preamble).setAuthTag(sealed.subarray(split));
  const plain = decipher.update(sealed.subarray(0, split));
  try {
    decipher.final();
    return plain;
  } catch {
    return null;
  }
}

function nonce({ noncePrefix }: FileKey, number: number, last: boolean): Buffer {
  const rest = Buffer.alloc(5);
  rest.writeUInt32BE(number);
  rest[4] = last ? 1 : 0;
  return Buffer.concat([noncePrefix, rest]);
}

interface Chunk {
  readonly bytes: Buffer;
  readonly last: boolean;
}

/** Cuts a stream into pieces of one size (the first may have its own); always yields a last piece, if need be empty. */
async function* chunks(source: AsyncIterable<Buffer>, size: number, firstSize = size): AsyncGenerator<Chunk> {
  let held: Buffer[] = [];
  let length = 0;
  let wanted = firstSize;
  for await (const part of source) {
    held.push(part);
    length += part.length;
    if (length <= wanted) continue;
    let all = Buffer.concat(held, length);
    // More than wanted is there, so this piece is surely not the last.
    while (all.length > wanted) {
      yield { bytes: all.subarray(0, wanted), last: false };
      all = all.subarray(wanted);
      wanted = size;
    }
    held = [all];
    length = all.length;
  }
  yield { bytes: Buffer.concat(held, length), last: true };
}
