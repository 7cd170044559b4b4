import { z } from 'zod';
import { read } from '#modules/record/operation.ts';

/** `note`, `amendment-<id of the note>`. */
const kind = z.string().regex(/^[a-z0-9-]{1,60}$/);
const params = z.object({ kind, chart: z.uuid() });

/** What is written, as the form that writes it knows it; 200 kB of JSON at most. */
const MOST = 200_000;
const body = z
  .record(z.string(), z.unknown())
  .refine((value) => JSON.stringify(value).length <= MOST, { error: 'too-big' });

export const Draft = z.object({
  body: z.record(z.string(), z.unknown()),
  revision: z.number().int(),
  updatedAt: z.string(),
});
export type Draft = z.output<typeof Draft>;

const own = {
  permission: 'session.own',
  audit: { none: 'what one has not said yet' },
  path: '/api/drafts/:kind/:chart',
  params,
} as const;

export const readDraft = read({
  ...own,
  name: 'drafts.read',
  says: 'One’s own draft of a kind for a chart; `null` when there is none.',
  answer: z.object({ draft: Draft.nullable() }),
});

export const listDrafts = read({
  name: 'drafts.list',
  path: '/api/drafts',
  says: 'One’s own drafts: of what kind, for which chart, since when. Not what they say.',
  permission: 'session.own',
  audit: own.audit,
  answer: z.object({ drafts: z.array(z.object({ kind: z.string(), chart: z.string(), updatedAt: z.string() })) }),
});

export const readDraftKey = read({
  name: 'drafts.key',
  path: '/api/drafts/key',
  says: 'The key of one’s own with which a browser seals what one writes while the server cannot be reached: 32 bytes, base64url. Always the same for a person of this installation, and nobody else’s.',
  permission: 'session.own',
  audit: { none: 'the reader’s own key; it opens nothing that the server keeps' },
  answer: z.object({ key: z.string() }),
});

export const saveDraft = {
  ...read({
    ...own,
    name: 'drafts.save',
    says: 'Keeps a draft that builds on a revision (0: on none). 409 `changed-meanwhile` answers with both versions.',
    body: z.strictObject({ revision: z.number().int().min(0), body }),
    answer: z.object({ revision: z.number().int(), updatedAt: z.string() }),
  }),
  method: 'PUT' as const,
};

export const discardDraft = {
  ...read({
    ...own,
    name: 'drafts.discard',
    says: 'Throws a draft away: it was signed, or is not wanted.',
    answer: z.object({ discarded: z.boolean() }),
  }),
  method: 'DELETE' as const,
};
