import type { ApiError } from '#web/staff/data/api-error.ts';
import { newId } from '#web/staff/data/new-id.ts';
import { useWrite } from '#web/staff/data/use-write.ts';
import { useWriteId } from '#web/staff/data/use-write-id.ts';
import { linkCharts, settleTask, unlinkCharts } from '../../contract.ts';
import { type Opened, openTasks } from './opened.ts';

export type LinkKind = 'same-person' | 'not-same-person' | 'sibling';

const ANSWERS = { 'same-person': 'same-youth', 'not-same-person': 'another-youth', sibling: 'sibling' } as const;
const CHANGES = { changes: ['referral', 'worklists', 'chart'] };

interface Links {
  readonly link: (kind: LinkKind, reason: string | null) => void;
  readonly undo: (kind: LinkKind, reason: string) => void;
  readonly busy: boolean;
  readonly error: ApiError | null;
}

/** Says how two charts belong together, and settles the question that asked for it. */
export function useLinks(opened: Opened, other: string): Links {
  const { chart } = opened;
  const [toLink, linked] = useWriteId();
  const [toUndo, undone] = useWriteId();
  const settling = useWrite(settleTask, CHANGES);
  const linking = useWrite(linkCharts, CHANGES);
  const undoing = useWrite(unlinkCharts, { ...CHANGES, onDone: undone });
  const asked = openTasks(opened).find((task) => task.code === 'likely-duplicate' && task.detail['chart'] === other);
  const link = (kind: LinkKind, reason: string | null) =>
    linking.mutate(
      { params: { chart }, body: toLink({ other, kind, reason }) },
      {
        onSuccess: () => {
          linked();
          if (!asked) return;
          settling.mutate({
            params: { chart, task: asked.id },
            body: { id: newId(), answer: ANSWERS[kind], note: reason },
          });
        },
      },
    );
  const undo = (kind: LinkKind, reason: string) =>
    undoing.mutate({ params: { chart }, body: toUndo({ other, kind, reason }) });
  return {
    link,
    undo,
    busy: linking.isPending || undoing.isPending || settling.isPending,
    error: linking.error ?? undoing.error ?? settling.error,
  };
}
