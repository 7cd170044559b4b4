import { BackupRefused } from './refused.ts';

/**
 * What a backup consists of, in order: one `header`; per table `table`, `rows`…, `table-end`; `sequences`; per file
 * `file`, `bytes`…, `file-end`; one `end`.
 */
const KINDS = ['header', 'table', 'rows', 'table-end', 'sequences', 'file', 'bytes', 'file-end', 'end'] as const;
export type FrameKind = (typeof KINDS)[number];

export interface Frame {
  readonly kind: FrameKind;
  readonly body: Buffer;
}

const HEAD_BYTES = 5;
const LARGEST = 1024 * 1024 * 1024;

export function frame(kind: FrameKind, body: Buffer): Buffer {
  const head = Buffer.alloc(HEAD_BYTES);
  head[0] = KINDS.indexOf(kind);
  head.writeUInt32BE(body.length, 1);
  return Buffer.concat([head, body]);
}

export const jsonFrame = (kind: FrameKind, value: unknown): Buffer => frame(kind, Buffer.from(JSON.stringify(value)));

export const readJson = <T>({ body }: Frame): T => JSON.parse(body.toString('utf8')) as T;

/** Reads frames from a stream of bytes. Throws `BackupRefused` when they do not add up. */
export async function* frames(source: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  let held: Buffer[] = [];
  let length = 0;
  let wanted = HEAD_BYTES;
  for await (const part of source) {
    held.push(part);
    length += part.length;
    if (length < wanted) continue;
    let all = Buffer.concat(held, length);
    for (wanted = sizeOf(all); all.length >= wanted; wanted = sizeOf(all)) {
      if (wanted === HEAD_BYTES && all.length < HEAD_BYTES) break;
      yield { kind: kindOf(all), body: all.subarray(HEAD_BYTES, wanted) };
      all = all.subarray(wanted);
    }
    held = [all];
    length = all.length;
  }
  if (length > 0) throw new BackupRefused('damaged', 'The backup ends in the middle of a record.');
}

/** Bytes of the frame at the start, or of its head while that is not there yet. */
function sizeOf(bytes: Buffer): number {
  if (bytes.length < HEAD_BYTES) return HEAD_BYTES;
  const size = bytes.readUInt32BE(1);
  if (size > LARGEST) throw new BackupRefused('damaged', 'The backup holds a record that is too large.');
  return HEAD_BYTES + size;
}

function kindOf(bytes: Buffer): FrameKind {
  const kind = KINDS[bytes[0] ?? -1];
  if (!kind) throw new BackupRefused('damaged', 'The backup holds a record of an unknown kind.');
  return kind;
}
