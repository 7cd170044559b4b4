import type { z } from 'zod';

/** What an operation leaves in the audit trail: an event, or, said out loud, why there is none. */
export type AuditRule = { readonly event: string } | { readonly none: string };

/**
 * One HTTP operation, declared once and imported by server and browser. Permission and audit are required fields:
 * a route without them does not compile.
 */
export interface Operation<
  P extends z.ZodObject = z.ZodObject,
  Q extends z.ZodObject = z.ZodObject,
  B extends z.ZodType = z.ZodType,
  A extends z.ZodType = z.ZodType,
> {
  /** Stable name, `slice.verb`. */
  readonly name: string;
  readonly kind: 'public' | 'session' | 'read' | 'command';
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  /** One sentence for the API description. */
  readonly says: string;
  readonly permission: string;
  readonly audit: AuditRule;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly answer: A;
  /** Most bytes of the body, where the server's own limit is too small. */
  readonly bodyLimit?: number;
}

export type ParamsOf<O extends Operation> = z.output<O['params']>;
export type QueryOf<O extends Operation> = z.output<O['query']>;
export type BodyOf<O extends Operation> = z.output<O['body']>;
export type AnswerOf<O extends Operation> = z.output<O['answer']>;
/** What a browser sends: defaults not yet filled in. */
export type BodySent<O extends Operation> = z.input<O['body']>;
export type QuerySent<O extends Operation> = z.input<O['query']>;
