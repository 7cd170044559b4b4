import { join } from 'node:path';
import { chartEvaluator } from '#modules/duties/evaluate-chart.ts';
import { readPolicies } from '#modules/duties/read-policies.ts';
import { enrolmentStatus } from '#modules/enrolment/status.ts';
import { factKinds } from '../src/fact-kinds.ts';
import { projectFolder } from '../src/project-folder.ts';
import type { WriteDeps } from './write-charts.ts';

/** The rules and fact kinds the program itself works with. Throws `PoliciesRefused` when a pack cannot be used. */
export async function usualDeps(): Promise<WriteDeps> {
  const shelf = await readPolicies(join(projectFolder, 'policies'), factKinds);
  const evaluate = chartEvaluator(shelf, (facts) => {
    const { stage, since, lastContactOn } = enrolmentStatus(facts);
    return { stage, since, lastContactOn };
  });
  return { evaluate, kinds: factKinds };
}
