import { SUBJECTS } from './event-words.ts';

const WORDS = new Map(SUBJECTS.flatMap(({ looked, did }) => [...Object.entries(looked), ...Object.entries(did)]));

/** An event in words; one that has none yet as its code reads: "new-thing.done" is "New thing done". */
export function sayOperation(event: string): string {
  const said = WORDS.get(event) ?? event.replaceAll(/[.-]/g, ' ');
  return said.charAt(0).toUpperCase() + said.slice(1);
}
