import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { PackProblem, Place } from '../model.ts';

/** One YAML file of a pack being read, with every problem found in it so far. */
export class SourceFile {
  readonly path: string;
  readonly problems: PackProblem[] = [];
  readonly document: Document;
  readonly #lines = new LineCounter();

  constructor(path: string, text: string) {
    this.path = path;
    this.document = parseDocument(text, { lineCounter: this.#lines, uniqueKeys: true });
    for (const error of this.document.errors) {
      const line = this.#lines.linePos(error.pos[0]).line;
      this.problems.push({ file: path, line, reason: `is not well-formed YAML: ${error.message.split('\n')[0]}` });
    }
  }

  placeOf(node: Node | null | undefined): Place {
    const start = node?.range?.[0];
    return { file: this.path, line: start === undefined ? 1 : this.#lines.linePos(start).line };
  }

  refuse(node: Node | null | undefined, reason: string): void {
    this.problems.push({ ...this.placeOf(node), reason });
  }
}

/** What a node is, for a message a policy officer reads. */
export function describeNode(node: unknown): string {
  if (isMap(node)) return 'a group of keys';
  if (isSeq(node)) return 'a list';
  if (isScalar(node) && node.value !== null) return `"${String(node.value)}"`;
  return 'nothing';
}
