import type { FastifyInstance } from 'fastify';
import { Refusal } from '#modules/record/refusal.ts';
import { mountRead, type RouteDeps } from '#modules/record/routes.ts';
import { discardDraft, listDrafts, readDraft, readDraftKey, saveDraft } from './contract.ts';
import { ownKeyOf } from './own-key.ts';
import { discardDraftAt, draftAt, ownDrafts, saveDraftAt } from './queries.ts';

/** One's own drafts. They run as reads do: entered, decided, and, being nothing anybody said, not audited. */
export function draftRoutes(app: FastifyInstance, deps: RouteDeps & { readonly secret: string }): void {
  mountRead(app, deps, readDraftKey, async ({ actor }) => ({
    answer: { key: ownKeyOf(deps.secret, (await actor()).person).toString('base64url') },
  }));
  mountRead(app, deps, readDraft, async ({ db }, { params }) => ({ answer: { draft: await draftAt(db, params) } }));
  mountRead(app, deps, listDrafts, async ({ db }) => ({ answer: { drafts: await ownDrafts(db) } }));
  mountRead(app, deps, saveDraft, async ({ db, actor }, { params, body }) => {
    await actor();
    const saved = await saveDraftAt(db, params, body.revision, body.body);
    if (saved) return { answer: saved };
    const theirs = await draftAt(db, params);
    throw new Refusal(409, 'changed-meanwhile', [], { yours: body.body, theirs });
  });
  mountRead(app, deps, discardDraft, async ({ db, actor }, { params }) => {
    await actor();
    return { answer: { discarded: await discardDraftAt(db, params) } };
  });
}
