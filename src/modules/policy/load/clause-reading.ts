import type { Node } from 'yaml';
import type { FactKind } from '#modules/facts/model.ts';
import type { Parameter } from '../model.ts';
import type { Amount } from '../rules/fact-set.ts';
import type { SourceFile } from './source-file.ts';

/** What every reader of a clause's inside needs: its file, its parameters, and the registered kinds of facts. */
export interface ClauseReading {
  readonly file: SourceFile;
  readonly clauseId: string;
  readonly parameters: readonly Parameter[];
  readonly kinds: ReadonlyMap<string, FactKind>;
}

/** Reads `14` or `{days}`; refuses anything else. */
export function readAmount(reading: ClauseReading, node: Node | null, text: string): Amount {
  if (/^\d+$/.test(text)) return Number(text);
  const name = /^\{(.+)\}$/.exec(text)?.[1];
  if (name === undefined) {
    reading.file.refuse(node, `"${text}" should be a number or a parameter in braces, such as {days}`);
    return 0;
  }
  const parameter = reading.parameters.find((one) => one.name === name);
  if (parameter === undefined) {
    reading.file.refuse(node, `{${name}} is not a parameter of clause ${reading.clauseId}`);
    return 0;
  }
  if (typeof parameter.is !== 'number') reading.file.refuse(node, `{${name}} should be a number here`);
  return { parameter: parameter.key };
}
