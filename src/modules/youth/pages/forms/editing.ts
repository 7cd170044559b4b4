import type { Operation } from '#platform/http/operation.ts';
import type { Field } from './field.ts';

/** One form that is open: what it asks, where it goes, what it starts with. */
export interface Editing {
  readonly title: string;
  readonly fields: readonly Field[];
  readonly operation: Operation;
  readonly params: Readonly<Record<string, string>>;
  /** What the record says now; empty for something new. */
  readonly start: Readonly<Record<string, unknown>>;
  /** The revision it is changed from; left out for something new. */
  readonly base?: number;
  /** The verb on the button. */
  readonly save: string;
  /** Joins what was written into what is sent, where the two differ. */
  readonly body?: (written: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
}
