import { SUBJECTS } from './event-words.ts';
import { sayOperation } from './say-operation.ts';

/** Events to choose from, under a heading. */
export interface Choices {
  readonly group: string;
  readonly items: { readonly value: string; readonly label: string }[];
}

const KINDS = [
  ['looked', 'looks'],
  ['did', 'changes'],
] as const;

/** Every event by what it is about, looks and changes apart. `chosen` stands among them though nobody gave it words. */
export function eventChoices(chosen: string): Choices[] {
  const known = SUBJECTS.flatMap((subject) =>
    KINDS.map(([kind, says]) => ({
      group: `${subject.title}: ${says}`,
      items: Object.entries(subject[kind]).map(([value, label]) => ({ value, label })),
    })),
  ).filter(({ items }) => items.length > 0);
  if (chosen === '' || known.some(({ items }) => items.some(({ value }) => value === chosen))) return known;
  return [...known, { group: sayOperation(chosen), items: [{ value: chosen, label: sayOperation(chosen) }] }];
}
