import { Button } from '@mantine/core';
import { useState } from 'react';
import { ReasonDialog } from '#design-system/forms/reason-dialog.tsx';
import type { OwedItem } from '#modules/worklists/contract.ts';
import type { AnswerOf } from '#platform/http/operation.ts';
import type { ApiError } from '#web/staff/data/api-error.ts';
import { useCommand, type Written } from '#web/staff/data/use-command.ts';
import { useWriteId } from '#web/staff/data/use-write-id.ts';
import { useGo } from '#web/staff/routing/use-page.ts';
import { useMay } from '#web/staff/session/use-may.ts';
import { useShortcut } from '#web/staff/shortcuts/shortcuts.ts';
import { type doneOn, exemptDuty, type explainDuty } from '../../contract.ts';
import type { KnownFact } from '../facts/references.ts';
import { problemSentence } from '../problem-words.ts';
import type { SaidWords } from '../said.tsx';
import { whatFollowed } from '../what-followed.ts';
import { words } from '../words.ts';
import { DelegateLater, DoneOnLater, useDialogsSoon } from './dialogs-later.tsx';
import { LeftMessage } from './left-message.tsx';
import { TakeBack } from './take-back.tsx';

export interface DutyActionsProps {
  readonly item: OwedItem;
  /** What the page shows as owed in the same chart, `item` among it. */
  readonly owed: readonly OwedItem[];
  readonly why: AnswerOf<typeof explainDuty>;
  readonly today: string;
  readonly facts: readonly KnownFact[];
  readonly onSaid: (said: SaidWords) => void;
}

type Asking = 'exempt' | 'delegate' | 'done' | null;

const CHANGES = { changes: ['chart', 'worklists', 'duties'] };

/** Where a note about a duty is written. */
export const noteHref = (chart: string, key: string): string =>
  `/app/youth/${chart}/notes/new?duty=${encodeURIComponent(key)}`;

/** What can be done about a duty: one strong action, the others beside it. */
export function DutyActions({ item, owed, why, today, facts, onSaid }: DutyActionsProps) {
  const [asking, setAsking] = useState<Asking>(null);
  const may = useMay();
  useDialogsSoon();
  const exempt = useCommand(exemptDuty, CHANGES);
  const { chart, key } = item;
  const close = () => setAsking(null);
  const say = (said: string) => {
    close();
    onSaid({ words: said });
  };
  const [identified, renew] = useWriteId();
  // Told also when this is gone by then: the duty may go by another period now.
  const decideExempt = (reason: string) =>
    void exempt.mutateAsync({ params: { chart }, body: identified({ key, reason }) }).then(
      () => {
        renew();
        say(words.exempt.done);
      },
      (error: ApiError) => say(problemSentence(error)),
    );
  const byContact = why.meets.some((kind) => kind === 'contact.made' || kind === 'contact.attempted');
  const mayDecide = may('duty.decide');
  const go = useGo();
  useShortcut('n', words.actions.record, () => go(noteHref(chart, key)), may('contact.record'));
  const [first, ...more] = why.exempted;
  const takeBack =
    mayDecide && first ? <TakeBack item={item} exempted={[first, ...more]} today={today} onSaid={say} /> : null;
  if (!why.decidable || item.standing === 'exempted') return takeBack;
  const doneSaid = ({ changes }: Written<typeof doneOn>) =>
    say(`${words.doneOn.done} ${whatFollowed(changes, { before: owed, after: null, today })}`);
  return (
    <>
      {byContact && may('contact.record') ? (
        <>
          <Button component="a" href={noteHref(chart, key)}>
            {words.actions.record}
          </Button>
          <LeftMessage item={item} owed={owed} today={today} mayUndo={may('contact.withdraw')} onSaid={onSaid} />
        </>
      ) : null}
      {mayDecide ? (
        <>
          <Button variant={byContact ? 'default' : 'filled'} onClick={() => setAsking('done')}>
            {words.actions.done}
          </Button>
          {may('duty.exempt') ? (
            <Button variant="default" onClick={() => setAsking('exempt')}>
              {words.actions.exempt}
            </Button>
          ) : null}
          <Button variant="default" onClick={() => setAsking('delegate')}>
            {words.actions.delegate}
          </Button>
        </>
      ) : null}
      {takeBack}
      <ReasonDialog
        open={asking === 'exempt'}
        title={words.exempt.title}
        label={words.exempt.label}
        hint={words.exempt.hint}
        confirm={words.exempt.confirm}
        busy={exempt.isPending}
        onConfirm={decideExempt}
        onClose={close}
      />
      <DelegateLater
        open={asking === 'delegate'}
        chart={chart}
        dutyKey={key}
        onDone={() => say(words.delegate.done)}
        onClose={close}
      />
      <DoneOnLater
        open={asking === 'done'}
        chart={chart}
        dutyKey={key}
        today={today}
        kind={why.meets[0] ?? ''}
        asks={why.asks}
        facts={facts}
        onDone={doneSaid}
        onClose={close}
      />
    </>
  );
}
