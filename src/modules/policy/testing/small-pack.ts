import type { Fact } from '#modules/facts/model.ts';
import { day, type IsoDay, isoDay } from '#shared/calendar-day.ts';
import type { Compiled, Overrides } from '../compile/compiled.ts';
import type { Duty } from '../duty.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import type { PackFile } from '../model.ts';
import { compiledFrom } from './read-policies.ts';

const HEAD = `pack: small
programme: nj-cmo
title: { en: Small, es: Pequeño }
version: "1"
from: 2020-01-01
calendar: new-jersey-state-offices
zone: America/New_York
`;

export interface SmallClause {
  readonly id?: string;
  readonly rules: string;
  readonly authority?: string;
  readonly force?: string;
  readonly from?: string;
  readonly to?: string;
  readonly parameters?: string;
  readonly examples?: string;
}

/** The text of a pack with the given clauses, each as small as a clause can be. */
export function smallPack(...clauses: readonly SmallClause[]): PackFile[] {
  const text = clauses.map((one, index) => clauseText(one, one.id ?? `clause-${index + 1}`)).join('');
  return [
    { path: 'pack.yaml', text: HEAD },
    { path: 'rules.yaml', text: `clauses:\n${text}` },
  ];
}

function clauseText(clause: SmallClause, id: string): string {
  const indent = (text: string) =>
    text
      .trim()
      .split('\n')
      .map((line) => `      ${line}`)
      .join('\n');
  const to = clause.to === undefined ? '' : `, to: ${clause.to}`;
  return `  - clause: ${id}
    title: { en: ${id}, es: ${id} }
    cite: Section ${id}
    source: A test
    authority: ${clause.authority ?? 'state'}
    force: ${clause.force ?? 'must'}
    confidence: high
    in force: { from: ${clause.from ?? '2020-01-01'}${to} }
    says: { en: Says ${id}., es: Dice ${id}. }
${clause.parameters ? `    parameters:\n${indent(clause.parameters)}\n` : ''}    rules:
${indent(clause.rules)}
${clause.examples ? `    examples:\n${indent(clause.examples)}\n` : ''}`;
}

export function small(rules: string, parameters: Overrides = {}): Compiled {
  return compiledFrom(smallPack({ rules }), parameters);
}

/** A fact for a test; recorded at noon of its day unless said otherwise. */
export function fact(seq: number, on: string, kind: string, data: Fact['data'] = {}, rest: Partial<Fact> = {}): Fact {
  return { seq, recordedAt: `${on}T17:00:00Z`, kind, on: on as IsoDay, data, category: 'general', ...rest };
}

/** The duties of a rule, each as a short line: state, due day, item. */
export function linesOf(compiled: Compiled, facts: readonly Fact[], rule?: string): string[] {
  return evaluate(compiled, facts)
    .duties.filter((duty) => rule === undefined || duty.rule === rule)
    .map(lineOf);
}

export function lineOf(duty: Duty): string {
  const because = duty.because === null ? '' : ` (${duty.because})`;
  const item = duty.item === null ? '' : ` [${duty.item}]`;
  return `${duty.state}${because} ${isoDay(duty.due)}${item}`;
}

export { day };
