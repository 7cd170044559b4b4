import type { AgencyCommand } from '#modules/record/agency-command.ts';
import { Refusal } from '#modules/record/refusal.ts';
import { statement } from '#platform/database/db.ts';

const REQUEST = statement('audit.request-redaction', 'select kinfold.request_redaction($1, $2, $3, $4)');
const CONFIRM = statement('audit.confirm-redaction', 'select kinfold.confirm_redaction($1) as event');

export interface RedactionRequest {
  readonly id: string;
  readonly event: number;
  readonly courtOrder: string;
  readonly reason: string;
}

/** The first of two: names the row, the order and why. The row must be sealed, and in the agency's own trail. */
export async function requestRedaction(command: AgencyCommand, wish: RedactionRequest): Promise<{ redaction: string }> {
  await command.db.query(REQUEST, [wish.id, wish.event, wish.courtOrder, wish.reason]);
  command.detail('redaction', wish.id);
  command.detail('event', wish.event);
  return { redaction: wish.id };
}

/** The second: another person, in another seat. From here on the details cannot be had back. */
export async function confirmRedaction(command: AgencyCommand, redaction: string): Promise<Record<string, never>> {
  const { rows } = await command.db.query<{ event: number | null }>(CONFIRM, [redaction]);
  const event = rows[0]?.event ?? null;
  if (event === null) throw new Refusal(409, 'another-person-confirms-once');
  command.detail('redaction', redaction);
  command.detail('event', event);
  return {};
}
