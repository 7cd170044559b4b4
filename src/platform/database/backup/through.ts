import { Readable, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Sends a stream of bytes through a transform, such as gzip, and yields what comes out. Errors of either are thrown. */
export async function* through(transform: Transform, source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const failed = pipeline(Readable.from(source, { objectMode: false }), transform).then(
    () => null,
    (error: unknown) => ({ error }),
  );
  try {
    for await (const piece of transform) yield piece as Buffer;
  } catch {
    // The pipeline knows the first error; the transform only that it was torn down.
  }
  const failure = await failed;
  if (failure) throw failure.error;
}
