import type { Fact } from '#modules/facts/model.ts';
import type { Compiled } from '../compile/compiled.ts';
import type { Stretch } from '../duty.ts';
import { type Chronicle, chronicle, type Entry } from './chronicle.ts';
import { type Decisions, decisionsIn } from './decisions.ts';

/** A stretch of days with the facts that began and ended it. */
export interface Interval extends Stretch {
  readonly startedBy: Entry | null;
  readonly endedBy: Entry | null;
}

/** One subject's facts under one compiled pack, with whatever has been looked up in them so far. */
export interface Situation {
  readonly compiled: Compiled;
  readonly chronicle: Chronicle;
  readonly decisions: Decisions;
  readonly sets: (readonly Entry[] | undefined)[];
  readonly spans: (readonly Interval[] | undefined)[];
}

export function situate(compiled: Compiled, facts: readonly Fact[]): Situation {
  const indexed = chronicle(facts, compiled.kinds);
  return {
    compiled,
    chronicle: indexed,
    decisions: decisionsIn(compiled, indexed),
    sets: new Array(compiled.sets),
    spans: new Array(compiled.spans.size),
  };
}
