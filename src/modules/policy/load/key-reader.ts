import { isMap, isNode, isScalar, isSeq, type Node, type Scalar as ScalarNode, type YAMLMap } from 'yaml';
import { type CalendarDay, parseDay } from '#shared/calendar-day.ts';
import type { Place, Words } from '../model.ts';
import type { Scalar } from '../rules/fact-set.ts';
import { describeNode, type SourceFile } from './source-file.ts';

/** Reads the keys of one YAML group one after another; `done` refuses every key nobody asked for. */
export class KeyReader {
  readonly file: SourceFile;
  readonly node: YAMLMap;
  readonly place: Place;
  readonly #left = new Map<string, { key: Node; value: Node | null }>();

  constructor(file: SourceFile, node: YAMLMap) {
    this.file = file;
    this.node = node;
    this.place = file.placeOf(node);
    for (const pair of node.items) {
      if (!isScalar(pair.key)) continue;
      this.#left.set(String(pair.key.value), { key: pair.key, value: isNode(pair.value) ? pair.value : null });
    }
  }

  /** A reader over a node, or null (with a problem) when the node is not a group of keys. */
  static over(file: SourceFile, node: Node | null | undefined, what: string): KeyReader | null {
    if (isMap(node)) return new KeyReader(file, node);
    file.refuse(node, `${what} should be a group of keys, found ${describeNode(node)}`);
    return null;
  }

  has(key: string): boolean {
    return this.#left.has(key);
  }

  /** The keys not yet taken, in order. */
  keys(): string[] {
    return [...this.#left.keys()];
  }

  take(key: string): Node | null {
    const found = this.#left.get(key);
    this.#left.delete(key);
    return found?.value ?? null;
  }

  optionalText(key: string): string | null {
    if (!this.has(key)) return null;
    const node = this.take(key);
    if (isScalar(node) && node.value !== null) return String(node.value).trim();
    this.file.refuse(node ?? this.node, `"${key}" should be a text, found ${describeNode(node)}`);
    return null;
  }

  text(key: string): string {
    if (!this.has(key)) {
      this.file.refuse(this.node, `"${key}" is missing`);
      return '';
    }
    return this.optionalText(key) ?? '';
  }

  choice<const T extends string>(key: string, allowed: readonly T[], otherwise: T | null): T {
    const fallback = otherwise ?? (allowed[0] as T);
    if (!this.has(key)) {
      if (otherwise === null) this.file.refuse(this.node, `"${key}" is missing; it is one of: ${allowed.join(', ')}`);
      return fallback;
    }
    const node = this.take(key);
    const value = isScalar(node) ? String(node.value) : '';
    const found = allowed.find((one) => one === value);
    if (found === undefined) {
      this.file.refuse(
        node ?? this.node,
        `"${key}" is ${describeNode(node)}; it should be one of: ${allowed.join(', ')}`,
      );
    }
    return found ?? fallback;
  }

  yes(key: string): boolean {
    return this.choice(key, ['yes', 'no', 'true', 'false'], 'no') in { yes: 1, true: 1 };
  }

  day(key: string): CalendarDay | null {
    const node = this.has(key) ? this.take(key) : null;
    if (node === null) return null;
    const parsed = isScalar(node) ? parseDay(String(node.value)) : null;
    if (parsed === null)
      this.file.refuse(node, `"${key}" should be a day like 2026-09-13, found ${describeNode(node)}`);
    return parsed;
  }

  /** One text or a list of texts. */
  texts(key: string): string[] {
    return this.has(key) ? scalarsOf(this.file, this.take(key), key).map(String) : [];
  }

  nodes(key: string): Node[] {
    if (!this.has(key)) return [];
    const node = this.take(key);
    if (isSeq(node)) return node.items.filter(isNode);
    this.file.refuse(node ?? this.node, `"${key}" should be a list, found ${describeNode(node)}`);
    return [];
  }

  words(key: string): Words {
    const reader = this.has(key) ? KeyReader.over(this.file, this.take(key), `"${key}"`) : null;
    if (reader === null) {
      this.file.refuse(this.node, `"${key}" is missing: write it in en and in es`);
      return { en: '', es: '' };
    }
    const words = { en: reader.text('en'), es: reader.text('es') };
    reader.done();
    return words;
  }

  done(): void {
    for (const [name, { key }] of this.#left) this.file.refuse(key, `"${name}" is not a key that is known here`);
    this.#left.clear();
  }
}

export function scalarOf(node: unknown): Scalar | null {
  if (!isScalar(node)) return null;
  const { value } = node as ScalarNode;
  if (value === 'yes') return true;
  if (value === 'no') return false;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** One value or a list of values. */
export function scalarsOf(file: SourceFile, node: Node | null, what: string): Scalar[] {
  const items: unknown[] = isSeq(node) ? node.items : [node];
  return items.flatMap((item) => {
    const value = scalarOf(item);
    if (value !== null) return [value];
    file.refuse(node, `"${what}" should be a value or a list of values, found ${describeNode(item)}`);
    return [];
  });
}
