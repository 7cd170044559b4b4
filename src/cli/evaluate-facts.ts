import { createHash } from 'node:crypto';
import type { PolicyShelf } from '#modules/duties/policy-shelf.ts';
import type { FactKind } from '#modules/facts/model.ts';
import { evaluateFile } from '#modules/policy/facts-file/evaluate-file.ts';
import { Stop } from './stop.ts';

export interface EvaluatedFile {
  readonly ok: boolean;
  readonly answer: unknown;
  readonly lines: readonly string[];
}

/** Evaluates a facts file: the report, or every reason it was refused, with its place in the file. */
export function evaluateFacts(
  shelf: PolicyShelf,
  kinds: readonly FactKind[],
  text: string,
  wish: { pack: string; on: string; knownAt?: string },
): EvaluatedFile {
  const result = evaluateFile(parsed(text), {
    packs: shelf.packs,
    calendars: shelf.calendars,
    factKinds: kinds,
    sha256: (one) => createHash('sha256').update(one).digest('hex'),
    ...wish,
  });
  if (!result.ok) {
    return {
      ok: false,
      answer: { refused: result.error },
      lines: result.error.map(({ pointer, reason }) => `${pointer || '/'}: ${reason}`),
    };
  }
  return { ok: true, answer: result.value, lines: [JSON.stringify(result.value, null, 2)] };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Stop('The facts file is not JSON.', 2);
  }
}
