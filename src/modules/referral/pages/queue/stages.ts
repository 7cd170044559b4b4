import type { FilterPill } from '#design-system/lists/filter-pills.tsx';
import { QUEUE } from '../words.ts';

export type QueueStage = keyof typeof QUEUE.pills;
type Counts = Readonly<Record<Exclude<QueueStage, 'all' | 'other-path'>, number>>;

/** Rows asked for at once. */
export const PAGE_SIZE = 50;

const ADMINISTRATOR: readonly QueueStage[] = [
  'needs-a-person',
  'to-decide',
  'to-assign',
  'offered',
  'to-enrol',
  'all',
  'other-path',
];
/** An organization begins with what is offered to it. */
const ORGANIZATION: readonly QueueStage[] = ['offered', 'to-enrol', 'needs-a-person', 'all', 'other-path'];

export const hrefOf = (stage: QueueStage): string => `/app/referrals?stage=${stage}`;

/** The stage an address names, or `null` when it names none. */
export function stageIn(text: string | null): QueueStage | null {
  return ADMINISTRATOR.find((stage) => stage === text) ?? null;
}

/** Where each of the two begins. */
export const firstStage = (decides: boolean): QueueStage => (decides ? 'needs-a-person' : 'offered');

/** The narrowings somebody is offered, each with how much it holds once that is known. */
export function pillsFor(decides: boolean, counts: Counts | undefined): readonly FilterPill[] {
  return (decides ? ADMINISTRATOR : ORGANIZATION).map((stage) => ({
    label: stage === 'offered' && !decides ? QUEUE.offeredToUs : QUEUE.pills[stage],
    href: hrefOf(stage),
    // Only what waits is counted.
    count: stage === 'all' || stage === 'other-path' ? undefined : counts?.[stage],
  }));
}
