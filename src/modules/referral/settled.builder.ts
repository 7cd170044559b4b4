import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Seated } from '#modules/record/testing/world.builder.ts';

interface Opened {
  readonly tasks: readonly { readonly id: string; readonly settledAt: string | null }[];
}

/** Settles whatever a person must look at in a referral; test worlds register one youth many times over. */
export async function settleEverything(app: FastifyInstance, csa: Seated, chart: string): Promise<void> {
  const { headers } = csa;
  const opened = await app.inject({ method: 'GET', url: `/api/charts/${chart}/referral`, headers });
  for (const { id, settledAt } of opened.json<Opened>().tasks) {
    if (settledAt) continue;
    const payload = { id: randomUUID(), answer: 'another-youth' };
    await app.inject({ method: 'POST', url: `/api/charts/${chart}/tasks/${id}`, headers, payload });
  }
}
