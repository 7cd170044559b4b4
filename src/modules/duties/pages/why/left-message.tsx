import { Button } from '@mantine/core';
import { useState } from 'react';
import { recordContact, withdrawContact } from '#modules/contacts/contract.ts';
import type { OwedItem } from '#modules/worklists/contract.ts';
import { newId } from '#web/staff/data/new-id.ts';
import { useCommand } from '#web/staff/data/use-command.ts';
import { useWriteId } from '#web/staff/data/use-write-id.ts';
import { problemSentence } from '../problem-words.ts';
import type { SaidWords } from '../said.tsx';
import { type Shown, whatFollowed } from '../what-followed.ts';
import { words } from '../words.ts';

export interface LeftMessageProps {
  readonly item: OwedItem;
  /** What the page shows as owed, to say which of it the attempt met. */
  readonly owed: readonly Shown[];
  readonly today: string;
  readonly mayUndo: boolean;
  readonly onSaid: (said: SaidWords) => void;
}

const CHANGES = { changes: ['chart', 'worklists', 'duties', 'contacts'] };

/** An attempt by telephone today, signed in two taps: the first asks, the second signs. It can be taken back at once. */
export function LeftMessage({ item, owed, today, mayUndo, onSaid }: LeftMessageProps) {
  const { chart, key: dutyKey } = item;
  const [asked, setAsked] = useState(false);
  const withdraw = useCommand(withdrawContact, CHANGES);
  const sign = useCommand(recordContact, CHANGES);
  const [identified, renew] = useWriteId();
  const undo = (contact: string) => {
    const body = { id: newId(), reason: words.attempt.undoReason };
    return () =>
      withdraw.mutate(
        { params: { chart, contact }, body },
        {
          onSuccess: () => onSaid({ words: words.attempt.undone }),
          onError: (error) => onSaid({ words: problemSentence(error) }),
        },
      );
  };
  const tap = () => {
    if (!asked) return setAsked(true);
    const body = identified({
      made: false,
      how: 'telephone' as const,
      on: today,
      aboutDuty: dutyKey,
      words: words.attempt.words,
    });
    return sign.mutate(
      { params: { chart }, body },
      {
        onSuccess: ({ answer, changes }) => {
          // The next message is another one.
          renew();
          const followed = whatFollowed(changes, { before: owed, after: null, today });
          onSaid({
            words: `${words.attempt.signed} ${followed || words.attempt.metNothing}`,
            undo: mayUndo ? { label: words.attempt.undo, run: undo(answer.contact) } : undefined,
          });
        },
        onError: (error) => onSaid({ words: problemSentence(error) }),
        onSettled: () => setAsked(false),
      },
    );
  };
  return (
    <Button variant={asked ? 'light' : 'default'} onClick={tap} loading={sign.isPending} onBlur={() => setAsked(false)}>
      {asked ? words.actions.messageSure : words.actions.message}
    </Button>
  );
}
