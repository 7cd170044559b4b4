import type { ApiError } from '#web/staff/data/api-error.ts';
import { useWrite } from '#web/staff/data/use-write.ts';
import { useWriteId } from '#web/staff/data/use-write-id.ts';
import { linkCharts, unlinkCharts } from '../../contract.ts';
import type { Opened } from './opened.ts';

export type LinkKind = 'same-person' | 'not-same-person' | 'sibling';

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
  const linking = useWrite(linkCharts, { ...CHANGES, onDone: linked });
  const undoing = useWrite(unlinkCharts, { ...CHANGES, onDone: undone });
  const link = (kind: LinkKind, reason: string | null) =>
    linking.mutate({ params: { chart }, body: toLink({ other, kind, reason }) });
  const undo = (kind: LinkKind, reason: string) =>
    undoing.mutate({ params: { chart }, body: toUndo({ other, kind, reason }) });
  return {
    link,
    undo,
    busy: linking.isPending || undoing.isPending,
    error: linking.error ?? undoing.error,
  };
}
