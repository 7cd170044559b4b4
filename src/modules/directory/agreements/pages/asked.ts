import type { Operation } from '#platform/http/operation.ts';

/** One thing to ask. A choice with one key is shown only where `when` holds. */
export interface Asked {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly kind: 'text' | 'day' | 'words' | 'choice';
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  readonly optional?: boolean;
  readonly when?: (said: Said) => boolean;
}
export type Said = Readonly<Record<string, string>>;

/** One form: what it asks, what it starts with, where it goes. */
export interface Form {
  readonly title: string;
  readonly asked: readonly Asked[];
  readonly start: Said;
  readonly save: string;
  readonly operation: Operation;
  readonly params: Readonly<Record<string, string>>;
  readonly body: (said: Said) => Readonly<Record<string, unknown>>;
}
