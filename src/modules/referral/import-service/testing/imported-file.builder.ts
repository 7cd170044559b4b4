import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Seated } from '#modules/record/testing/world.builder.ts';

/** The columns a usual file has. */
export const HEADER =
  'referral_id,received_at,youth_first_name,youth_last_name,date_of_birth,county,zip,guardian_first_name,guardian_last_name,guardian_relationship,guardian_phone,domains,consent_to_refer,caller';

export interface RowSaid {
  readonly born?: string;
  readonly telephone?: string;
}

/** A row of such a file, with nothing wrong in it unless it is said. */
export const rowOf = (
  id: string,
  first: string,
  last: string,
  { born = '2013-05-26', telephone = '' }: RowSaid = {},
): string =>
  `${id},2026-02-20,${first},${last},${born},Union,07201,Ana,${last},mother,${telephone},mental health,Y,parent`;

export interface ImportedFile {
  readonly id: string;
  readonly state: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly results: readonly {
    readonly row: number;
    readonly outcome: string;
    readonly chart: string | null;
    readonly number: number | null;
    readonly name: string | null;
    readonly tasks: readonly string[];
    readonly problems: readonly { readonly code: string }[];
    readonly words: readonly string[];
  }[];
}

/** Waits for the end of an import. Throws with an answer that was refused. */
export async function importEnded(app: FastifyInstance, { headers }: Seated, id: string): Promise<ImportedFile> {
  for (;;) {
    const answer = await app.inject({ method: 'GET', url: `/api/imports/${id}?limit=500`, headers });
    if (answer.statusCode !== 200) throw new Error(answer.body);
    const imported = answer.json<ImportedFile>();
    if (imported.state !== 'running') return imported;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Imports a file over the API of a program whose jobs run, to its end. Throws with an answer that was refused. */
export async function importFile(
  app: FastifyInstance,
  who: Seated,
  text: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<ImportedFile> {
  const id = randomUUID();
  const payload = { id, fileName: 'referrals.csv', text, source: 'call center', ...more };
  const started = await app.inject({ method: 'POST', url: '/api/imports', headers: who.headers, payload });
  if (started.statusCode !== 200) throw new Error(started.body);
  return importEnded(app, who, id);
}
