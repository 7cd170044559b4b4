import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { ReasonDialog } from '#design-system/forms/reason-dialog.tsx';
import { dayInWords } from '#design-system/time/day-words.ts';
import type { OwedItem } from '#modules/worklists/contract.ts';
import type { AnswerOf } from '#platform/http/operation.ts';
import type { ApiError } from '#web/staff/data/api-error.ts';
import { useCommand } from '#web/staff/data/use-command.ts';
import { useWriteId } from '#web/staff/data/use-write-id.ts';
import { type explainDuty, reopenDuty } from '../../contract.ts';
import styles from '../forms.module.css';
import { problemSentence } from '../problem-words.ts';
import { words } from '../words.ts';

type Exempted = AnswerOf<typeof explainDuty>['exempted'][number];

export interface TakeBackProps {
  readonly item: Pick<OwedItem, 'chart' | 'key' | 'title' | 'cite'>;
  /** What somebody decided need not be done: the duty, or periods of it. One at least. */
  readonly exempted: readonly [Exempted, ...Exempted[]];
  readonly today: string;
  readonly onSaid: (said: string) => void;
}

const CHANGES = { changes: ['chart', 'worklists', 'duties'] };
const { reopen: said } = words;

/** Takes back that a duty, or one period of it, need not be done; says what is owed again. */
export function TakeBack({ item, exempted, today, onSaid }: TakeBackProps) {
  const [asking, setAsking] = useState(false);
  const [chosen, setChosen] = useState('');
  const [identified, renew] = useWriteId();
  const reopen = useCommand(reopenDuty, CHANGES);
  // The latest is what was decided about last, as a rule.
  const one = exempted.find(({ period }) => period === chosen) ?? exempted[exempted.length - 1] ?? exempted[0];
  // Told also when this is gone by then: nothing is left to take back.
  const takeBack = (reason: string) =>
    void reopen
      .mutateAsync({ params: { chart: item.chart }, body: identified({ key: item.key, period: one.period, reason }) })
      .then(
        () => {
          renew();
          setAsking(false);
          onSaid(`${said.done} ${owedAgain(item, one, today)}`);
        },
        (error: ApiError) => {
          setAsking(false);
          onSaid(problemSentence(error));
        },
      );
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {words.actions.reopen}
      </Button>
      <ReasonDialog
        open={asking}
        title={said.title}
        label={said.label}
        confirm={said.confirm}
        busy={reopen.isPending}
        onConfirm={takeBack}
        onClose={() => setAsking(false)}
      >
        {exempted.length > 1 ? (
          <NativeSelect
            className={styles.field}
            label={said.which}
            value={one.period ?? ''}
            onChange={(event) => setChosen(event.currentTarget.value)}
            data={exempted.map(({ period, says }) => ({ value: period ?? '', label: says }))}
          />
        ) : null}
        <p>{said.one(one.says, dayInWords(one.due, today))}</p>
      </ReasonDialog>
    </>
  );
}

function owedAgain({ title, cite }: TakeBackProps['item'], { due, period }: Exempted, today: string): string {
  const past = period === null ? said.late : said.missed;
  const say = due < today ? past : said.owed;
  return say(title, dayInWords(due, today), cite);
}
