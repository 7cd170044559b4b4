import { speaksOfAnother } from './codes.ts';
import type { FactKind, Programme } from './model.ts';

/** All kinds of fact the program knows, by name. Made once in `main` from what the slices declare. */
export class FactRegistry {
  readonly all: readonly FactKind[];
  readonly #byKind: ReadonlyMap<string, FactKind>;

  constructor(kinds: readonly FactKind[]) {
    this.all = kinds;
    this.#byKind = new Map(kinds.map((kind) => [kind.kind, kind]));
    if (this.#byKind.size !== kinds.length) throw new Error('two slices declare one kind of fact');
  }

  kind(name: string): FactKind | undefined {
    return this.#byKind.get(name);
  }

  /**
   * The first thing wrong with a fact's data in a programme, or null. Facts hold codes, days and references; anything else is
   * refused, and so is a code of the other programme.
   */
  wrongWith(kind: string, data: Readonly<Record<string, unknown>>, programme: Programme): string | null {
    const known = this.#byKind.get(kind);
    if (!known) return `unknown fact kind ${kind}`;
    const free = freeTextIn(data);
    if (free) return `${kind}: free text in ${free}`;
    if (speaksOfAnother(known.data.shape, data, programme)) return `${kind}: a code of another programme`;
    const parsed = known.data.safeParse(data);
    return parsed.success
      ? null
      : `${kind}.${parsed.error.issues[0]?.path.join('.') ?? ''}: ${parsed.error.issues[0]?.code ?? ''}`;
  }
}

/** Codes, days, references and keys have no blanks; whatever has is words, and words belong in a row with its own category. */
const CODE = /^[\w.:#/@-]{1,120}$/;

function freeTextIn(value: unknown, at = 'data'): string | null {
  if (typeof value === 'string') return CODE.test(value) ? null : at;
  if (value === null || typeof value !== 'object') return null;
  for (const [name, inner] of Object.entries(value)) {
    const found = freeTextIn(inner, `${at}.${name}`);
    if (found) return found;
  }
  return null;
}
