// A reporter for Vitest: names what passed at its second try only, at the end of the run and in a file beside the run's report,
// for .ci/count.mjs. Nobody would look for the cause of what nobody is told.
import { appendFileSync } from 'node:fs';

export default class SecondTry {
  #late = [];

  onTestCaseResult(test) {
    if (!test.diagnostic()?.flaky) return;
    const [first] = test.result().errors ?? [];
    const why = String(first?.message ?? '').slice(0, 600);
    this.#late.push(`passed at the second try only: ${test.module.relativeModuleId}: ${test.fullName}\n  ${why}\n`);
  }

  onTestRunEnd() {
    const late = this.#late.join('');
    process.stdout.write(late);
    const report = process.env.KINFOLD_TEST_REPORT;
    if (report) appendFileSync(`${report}.second-try`, late);
  }
}
