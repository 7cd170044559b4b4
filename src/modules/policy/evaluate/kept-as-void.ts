import type { Fact } from '#modules/facts/model.ts';
import type { CompiledDuty } from '../compile/duty.ts';
import { fitsStatic } from '../compile/fact-set.ts';
import { type Duty, dutyKey } from '../duty.ts';
import { strictestOf } from './category.ts';
import type { Entry } from './chronicle.ts';
import { deadlinesOf } from './deadline-of.ts';
import { itemsOf } from './items.ts';
import { newDuty } from './new-duty.ts';
import { applies } from './run-duty.ts';
import type { Situation } from './situation.ts';

/** Duties whose anchor was withdrawn, or corrected so that the rule no longer fits it: void, and kept. */
export function keptAsVoid(situation: Situation, duties: Duty[]): void {
  if (situation.chronicle.altered.length === 0) return;
  const alive = new Set(duties.map(dutyKey));
  const rooted = new Set(duties.filter((duty) => duty.pattern !== null).map((duty) => `${duty.rule}#${duty.root}`));
  for (const compiled of situation.compiled.duties) {
    for (const entry of situation.chronicle.altered) {
      for (const duty of voidDuties(situation, compiled, entry)) {
        if (alive.has(dutyKey(duty)) || rooted.has(`${duty.rule}#${duty.root}`)) continue;
        alive.add(dutyKey(duty));
        duties.push(duty);
      }
    }
  }
}

function voidDuties(situation: Situation, compiled: CompiledDuty, entry: Entry): Duty[] {
  const versions = entry.withdrawn ? [...entry.earlier, entry.fact] : entry.earlier;
  const found: Duty[] = [];
  for (let index = versions.length - 1; index >= 0; index -= 1) {
    const version = versions[index] as Fact;
    const then = entry.asIn(version);
    if (!fitsStatic(compiled.when, then) || !applies(situation, compiled, then)) continue;
    const items = compiled.rule.forEach === null ? [null] : itemsOf(compiled, version);
    for (const item of items) {
      const deadlines = deadlinesOf(situation, compiled, then, item?.on ?? then.on);
      const category = strictestOf(version.category, versions);
      const hook = { root: entry.root, seq: version.seq, on: then.on, category };
      const duty = newDuty(compiled, hook, item?.name ?? null, deadlines);
      duty.state = 'void';
      duty.because = entry.withdrawn ? 'withdrawn' : 'no-longer-fits';
      found.push(duty);
    }
  }
  return found;
}
