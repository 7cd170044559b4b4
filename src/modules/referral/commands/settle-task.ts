import type { Command } from '#modules/record/command.ts';
import { notFound, wrongField } from '#modules/record/refusal.ts';
import { setCounty } from '#modules/youth/commands/set-county.ts';
import { statement } from '#platform/database/db.ts';
import { TASK_ANSWERS, type TaskAnswer } from '../task-answers.ts';
import { linkWhereReached } from './link-charts.ts';

const SETTLE = statement(
  'referral.settle-task',
  `update kinfold.review_task set settled_at = now(), settled_by = $3, answer = $4, note = $5 where chart = $1 and id = $2 and settled_at is null returning code, detail ->> 'chart' as other`,
);

export interface Settling {
  readonly answer: string;
  readonly note?: string | null | undefined;
  readonly county?: string | null | undefined;
}

/**
 * Settles one thing a person had to look at. Throws 422 on `answer` for one that does not fit the question, on `note` where
 * the answer alone would not tell what was found, and on `county` where it says that one was found and does not name it.
 */
export async function settleTask(
  command: Command,
  task: string,
  { answer, note = null, county }: Settling,
): Promise<Record<string, never>> {
  const settled = await command.db.query<{ code: string; other: string | null }>(SETTLE, [
    command.existing().id,
    task,
    command.actor.seat,
    answer,
    note,
  ]);
  const [asked] = settled.rows;
  if (!asked) throw notFound();
  const { code, other } = asked;
  const answers: Readonly<Record<string, readonly TaskAnswer[]>> = TASK_ANSWERS;
  const chosen = answers[code]?.find((one) => one.code === answer);
  if (!chosen) throw wrongField('answer', 'not-an-answer');
  if (chosen.noteNeeded && !note) throw wrongField('note', 'missing');
  if (chosen.asksCounty) await setCounty(command, county);
  if (chosen.links && other) await linkWhereReached(command, { other, kind: chosen.links, reason: note });
  command.detail('task', code);
  command.detail('answer', answer);
  return {};
}
