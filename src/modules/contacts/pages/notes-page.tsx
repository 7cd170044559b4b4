import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useState } from 'react';
import { ReasonDialog } from '#design-system/forms/reason-dialog.tsx';
import { FilterPills } from '#design-system/lists/filter-pills.tsx';
import { RowButton, RowLink } from '#design-system/lists/row-button.tsx';
import { EmptyState } from '#design-system/states/empty-state.tsx';
import { FailedState } from '#design-system/states/failed-state.tsx';
import { LoadingState } from '#design-system/states/loading-state.tsx';
import type { Overview } from '#modules/chart/contract.ts';
import { followsFromWrite } from '#modules/chart/pages/follows-from-write.ts';
import { ChartPart } from '#modules/chart/pages/frame/chart-part.tsx';
import { readDraft } from '#modules/drafts/contract.ts';
import { problemSentence } from '#modules/duties/pages/problem-words.ts';
import { Said, type SaidWords } from '#modules/duties/pages/said.tsx';
import { newId } from '#web/staff/data/new-id.ts';
import { useCommand } from '#web/staff/data/use-command.ts';
import { useRead } from '#web/staff/data/use-read.ts';
import { usePageQuery } from '#web/staff/routing/use-page.ts';
import { useMay } from '#web/staff/session/use-may.ts';
import { listContacts, withdrawContact } from '../contract.ts';
import type { SignedNote } from '../model.ts';
import { NoteCard } from './list/note-card.tsx';
import styles from './list/notes.module.css';
import { WithdrawnNotes } from './list/withdrawn-notes.tsx';
import { justSigned } from './note/use-sign.ts';
import { words } from './words.ts';

/** The signed notes of a chart, newest first; an amended one shows what stood there before. */
export default function NotesPage() {
  return <ChartPart>{(overview) => <Notes overview={overview} />}</ChartPart>;
}

const MOST = 200;
/** How many are drawn before somebody asks for the others. */
const FIRST = 30;
/** How many fill the screen: the others are drawn right after, while these can be read. */
const IN_SIGHT = 6;
const SHOWN = { made: (note: SignedNote) => note.made, attempted: (note: SignedNote) => !note.made } as const;

function Notes({ overview }: { readonly overview: Overview }) {
  const { id: chart } = overview.header;
  const base = `/app/youth/${chart}/notes`;
  const only = usePageQuery().get('only');
  const may = useMay();
  const [said, setSaid] = useState<SaidWords | null>(() =>
    justSigned.get() === null ? null : { words: justSigned.get() ?? '' },
  );
  useEffect(() => justSigned.set(null), []);
  const read = useRead(listContacts, { params: { chart }, query: { limit: MOST } });
  const pills = [
    { label: words.list.all, href: base },
    { label: words.list.onlyMade, href: `${base}?only=made` },
    { label: words.list.onlyAttempted, href: `${base}?only=attempted` },
  ];
  const keep = only === 'made' || only === 'attempted' ? SHOWN[only] : () => true;
  return (
    <div className={styles.notes}>
      <Said said={said} />
      <DraftWaiting chart={chart} />
      <div className={styles.filter}>
        <FilterPills label={words.list.filter} pills={pills} current={only ? `${base}?only=${only}` : base} />
      </div>
      {read.isPending ? <LoadingState label={words.list.loading} rows={5} /> : null}
      {read.isError ? (
        <FailedState
          title={words.list.failed.title}
          kept={words.list.failed.kept}
          onRetry={() => void read.refetch()}
        />
      ) : null}
      {read.data ? <List overview={overview} notes={read.data.contacts} keep={keep} onSaid={setSaid} /> : null}
      {may('contact.withdrawn.read') ? <WithdrawnNotes chart={chart} today={overview.today} /> : null}
    </div>
  );
}

function DraftWaiting({ chart }: { readonly chart: string }) {
  const draft = useRead(readDraft, { params: { kind: 'note', chart } });
  if (!draft.data?.draft) return null;
  return (
    <p className={styles.waiting}>
      {words.list.draft} <a href={`/app/youth/${chart}/notes/new`}>{words.list.draftOpen}</a>
    </p>
  );
}

interface ListProps {
  readonly overview: Overview;
  readonly notes: readonly SignedNote[];
  readonly keep: (note: SignedNote) => boolean;
  readonly onSaid: (said: SaidWords) => void;
}

function List({ overview, notes, keep, onSaid }: ListProps) {
  const { id: chart } = overview.header;
  const [withdrawing, setWithdrawing] = useState<SignedNote | null>(null);
  const may = useMay();
  const known = useQueryClient();
  const withdraw = useCommand(withdrawContact, { changes: ['chart', 'contacts', 'worklists', 'duties'] });
  const standing = notes.filter((note) => note.amendedBy === null && keep(note));
  const pointedAt = standing.findIndex(({ id }) => `#${id}` === window.location.hash);
  const [all, setAll] = useState(pointedAt >= FIRST);
  const drawn = useDeferredValue(all ? standing.length : FIRST, pointedAt < 0 ? IN_SIGHT : standing.length);
  const before = (note: SignedNote) => notes.find(({ id }) => id === note.supersedes);
  const confirm = (reason: string) => {
    if (!withdrawing) return;
    withdraw.mutate(
      { params: { chart, contact: withdrawing.id }, body: { id: newId(), reason } },
      {
        onSuccess: ({ changes }) =>
          void followsFromWrite(known, overview, changes).then((followed) =>
            onSaid({ words: `${words.withdraw.done} ${followed}` }),
          ),
        onError: (error) => onSaid({ words: problemSentence(error) }),
        onSettled: () => setWithdrawing(null),
      },
    );
  };
  if (standing.length === 0) return <EmptyState title={words.list.empty.title}>{words.list.empty.says}</EmptyState>;
  return (
    <>
      <ol className={styles.list}>
        {standing.slice(0, drawn).map((note) => (
          <li key={note.id} id={note.id}>
            <NoteCard note={note} before={before(note)} today={overview.today}>
              {may('contact.record') ? (
                <RowLink href={`/app/youth/${chart}/notes/${note.id}/amend`}>{words.list.amend}</RowLink>
              ) : null}
              {may('contact.withdraw') ? (
                <RowButton quiet onClick={() => setWithdrawing(note)}>
                  {words.list.withdraw}
                </RowButton>
              ) : null}
            </NoteCard>
          </li>
        ))}
      </ol>
      {all || standing.length <= FIRST ? null : (
        <Button variant="default" mt="md" onClick={() => setAll(true)}>
          {words.list.earlierNotes}
        </Button>
      )}
      <ReasonDialog
        open={withdrawing !== null}
        title={words.withdraw.title}
        label={words.withdraw.label}
        hint={words.withdraw.hint}
        confirm={words.withdraw.confirm}
        danger
        busy={withdraw.isPending}
        onConfirm={confirm}
        onClose={() => setWithdrawing(null)}
      >
        <p>{words.withdraw.says}</p>
      </ReasonDialog>
    </>
  );
}
