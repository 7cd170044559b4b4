// A test runner for Stryker: the pure tests of an area inside one process, every mutant from freshly evaluated sources.
// Starting a Vitest worker per mutant takes seconds; this takes milliseconds, and nothing of a mutant outlives it.
import { bundled } from './bundle.mjs';
import { collect } from './collect.mjs';

class RulesRunner {
  static inject = ['options'];

  constructor(options) {
    this.rules = options.rules;
    this.space = globalThis.__stryker__ ??= {};
    this.order = [];
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    this.scripts = await bundled(this.rules.tests, this.rules.kept);
    const took = new Map();
    for (const [file, script] of this.scripts) {
      const began = performance.now();
      for (const { run } of collect(file, script)) await wrongIn(run);
      took.set(file, performance.now() - began);
    }
    this.order = [...this.scripts.keys()].sort((a, b) => (took.get(a) ?? 0) - (took.get(b) ?? 0));
  }

  /** All tests once, unchanged. What a file runs while it is evaluated counts for each of its tests. */
  async dryRun() {
    const tests = [];
    const perTest = {};
    // The instrumented files hold on to this object: it is emptied, never replaced.
    const coverage = { static: {}, perTest: {} };
    Object.assign(this.space, { activeMutant: undefined, mutantCoverage: coverage });
    for (const file of this.order) {
      coverage.static = {};
      this.space.currentTestId = undefined;
      const declared = collect(file, this.scripts.get(file));
      const whileEvaluated = coverage.static;
      for (const { id, name, run } of declared) {
        this.space.currentTestId = id;
        const start = performance.now();
        const wrong = await wrongIn(run);
        const timeSpentMs = performance.now() - start;
        const test = { id, name, timeSpentMs, fileName: file };
        tests.push(wrong ? { ...test, status: 1, failureMessage: wrong } : { ...test, status: 0 });
        perTest[id] = { ...whileEvaluated, ...coverage.perTest[id] };
      }
    }
    this.space.currentTestId = undefined;
    return { status: 'complete', tests, mutantCoverage: { static: {}, perTest } };
  }

  /** The quick files first: the first test that fails settles it. */
  async mutantRun({ activeMutant, testFilter, hitLimit }) {
    const wanted = testFilter && new Set(testFilter);
    this.space.activeMutant = activeMutant.id;
    this.space.hitCount = 0;
    this.space.hitLimit = hitLimit;
    let nrOfTests = 0;
    const settled = (killedBy, failureMessage) =>
      hitLimit !== undefined && this.space.hitCount > hitLimit
        ? { status: 'timeout', reason: `reached ${hitLimit} times` }
        : { status: 'killed', killedBy: [killedBy], failureMessage, nrOfTests };
    for (const file of this.order) {
      const mine = testFilter?.filter((id) => id.startsWith(`${file} > `));
      if (mine?.length === 0) continue;
      let declared;
      try {
        declared = collect(file, this.scripts.get(file));
      } catch (error) {
        return settled(mine?.[0] ?? file, String(error));
      }
      for (const { id, run } of declared) {
        if (wanted && !wanted.has(id)) continue;
        nrOfTests += 1;
        const wrong = await wrongIn(run);
        if (wrong) return settled(id, wrong);
      }
      const gone = mine?.find((id) => !declared.some((one) => one.id === id));
      if (gone) return settled(gone, 'the test is no longer declared');
    }
    return { status: 'survived', nrOfTests };
  }
}

async function wrongIn(run) {
  try {
    await run();
    return null;
  } catch (error) {
    return (error instanceof Error && error.message) || String(error) || 'it threw';
  }
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'rules', injectableClass: RulesRunner }];
