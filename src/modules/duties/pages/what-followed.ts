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
const OUT_OF_THE_LIST: readonly string[] = ['met', 'paused', 'exempted'];
const ORDER = ['met', 'opened', 'moved', 'paused', 'ended'] as const;

/**
 * What a write changed in what is owed, in calm sentences, each duty with its clause: what it met, what is owed from now on,
 * what is due on another day, what is not counted for now, what nobody owes any more. Empty when it changed none of what the
 * screen knows.
 */
export function whatFollowed(changes: readonly ChangedDuty[], { before, after, today }: Around): string {
  const was = new Map(before.map((duty) => [duty.key, duty]));
  const is = after && new Map(after.map((duty) => [duty.key, duty]));
  const said: Record<(typeof ORDER)[number], string[]> = { met: [], opened: [], moved: [], paused: [], ended: [] };
  // Owed before under the name of another period is not owed anew.
  const renamed = new Set(changes.filter(({ key }) => was.has(key)).map(({ now }) => now));
  for (const { key, state, standing, before: stood, now: name = key } of changes) {
    const [old, now] = [was.get(key), is?.get(name)];
    if (MET.includes(state) || ENDED.includes(state)) {
      if (old && !MET.includes(stood ?? '')) said[MET.includes(state) ? 'met' : 'ended'].push(named(old));
    }
    // A duty of each period stays open when one is met or not counted: it is out of the list until the next.
    else if (old && OUT_OF_THE_LIST.includes(standing)) said[standing === 'met' ? 'met' : 'paused'].push(named(old));
    else if (!old && now && !renamed.has(key)) said.opened.push(dated(now, today));
    // Named by a period that is over, because the present one is not counted.
    else if (old && now && now.due < today && today <= old.due) said.paused.push(named(old));
    else if (old && now && old.due !== now.due) said.moved.push(dated(now, today));
  }
  const { followed } = words;
  return ORDER.filter((what) => said[what].length > 0)
    .map((what) => `${followed[what]}: ${said[what].join('; ')}.`)
    .join(' ');
}

const named = ({ title, cite }: Shown): string => `${title} (${cite})`;
const dated = ({ title, cite, due }: Shown, today: string): string =>
  words.followed.owed(title, dayInWords(due, today), cite);
