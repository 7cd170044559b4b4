import { dayInWords } from '#design-system/time/day-words.ts';
import type { ChangedDuty } from '#web/staff/data/use-command.ts';
import { words } from './words.ts';

/** A duty as a screen shows it. */
export interface Shown {
  readonly key: string;
  readonly title: string;
  readonly cite: string;
  readonly due: string;
}

/** What a screen showed as owed before a write, and what it shows after; null where that is not known. */
export interface Around {
  readonly before: readonly Shown[];
  readonly after: readonly Shown[] | null;
  readonly today: string;
}

const MET: readonly string[] = ['met', 'met-late'];
const ENDED: readonly string[] = ['void', 'missed', 'exempted'];

/**
 * What a write changed in what is owed, in calm sentences, each duty with its clause: what it met, what is owed from now on,
 * what is due on another day, what nobody owes any more. Empty when it changed none of what the screen knows.
 */
export function whatFollowed(changes: readonly ChangedDuty[], { before, after, today }: Around): string {
  const was = new Map(before.map((duty) => [duty.key, duty]));
  const is = after && new Map(after.map((duty) => [duty.key, duty]));
  const said = { met: [] as string[], opened: [] as string[], moved: [] as string[], ended: [] as string[] };
  for (const { key, state, before: stood } of changes) {
    const [old, now] = [was.get(key), is?.get(key)];
    const wasMet = MET.includes(stood ?? '');
    if (MET.includes(state)) {
      if (old && !wasMet) said.met.push(named(old));
    } else if (ENDED.includes(state)) {
      if (old && !wasMet) said.ended.push(named(old));
    } else if (old && is && !now) {
      // A duty of each period stays open when one period is met: it is out of the list until the next.
      said.met.push(named(old));
    } else if (!old && now) said.opened.push(dated(now, today));
    else if (old && now && old.due !== now.due) said.moved.push(dated(now, today));
  }
  const { followed } = words;
  return (['met', 'opened', 'moved', 'ended'] as const)
    .filter((what) => said[what].length > 0)
    .map((what) => `${followed[what]}: ${said[what].join('; ')}.`)
    .join(' ');
}

const named = ({ title, cite }: Shown): string => `${title} (${cite})`;
const dated = ({ title, cite, due }: Shown, today: string): string =>
  words.followed.owed(title, dayInWords(due, today), cite);
