import type { FamilyRecord } from '../../family-record.ts';
import type { Editing } from '../forms/editing.ts';

/** What every card of the tab gets: the chart, what is known, and a way to open a form. */
export interface CardProps {
  readonly chart: string;
  readonly family: FamilyRecord;
  /** Null when this seat may only read. */
  readonly edit: ((editing: Editing) => void) | null;
}

/** What still holds. */
export const open = <T extends { readonly to: string | null }>(rows: readonly T[]): readonly T[] =>
  rows.filter(({ to }) => to === null);
