import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Seated } from '#modules/record/testing/world.builder.ts';
import type { ReviewTaskCode } from './review-tasks.ts';
import { usualAnswer } from './task-answers.ts';

interface Opened {
  readonly tasks: readonly { readonly id: string; readonly code: ReviewTaskCode; readonly settledAt: string | null }[];
}

/** Settles whatever a person must look at in a referral; test worlds register one youth many times over. */
export async function settleEverything(app: FastifyInstance, csa: Seated, chart: string): Promise<void> {
  const { headers } = csa;
  const opened = await app.inject({ method: 'GET', url: `/api/charts/${chart}/referral`, headers });
  for (const { id, code, settledAt } of opened.json<Opened>().tasks) {
    if (settledAt) continue;
    const payload = { id: randomUUID(), ...usualAnswer(code) };
    const settled = await app.inject({ method: 'POST', url: `/api/charts/${chart}/tasks/${id}`, headers, payload });
    if (settled.statusCode !== 200) throw new Error(`${code}: ${settled.body}`);
  }
}
