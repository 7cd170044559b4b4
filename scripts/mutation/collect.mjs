// What a test file asks of Vitest, as far as the pure tests ask it: describe, test, their tables, and what comes before
// and after each. `expect` is Vitest's own.
import { format } from 'node:util';
import { expect } from 'vitest';

/** The title of a row of a table, as Vitest writes it: `%s`, `%i`, `$name`, `%#`. */
function titleOf(title, row, index) {
  const values = Array.isArray(row) ? row : [row];
  const places = title.match(/%[sdifjoO]/g)?.length ?? 0;
  const named = title.replaceAll('%#', String(index)).replace(/\$([\w.]+)/g, (written, path) => {
    const value = path.split('.').reduce((at, key) => at?.[key], row);
    return value === undefined ? written : String(value);
  });
  return places === 0 ? named : format(named, ...values.slice(0, places));
}

/** Evaluates a test file; its tests in order, each `{ id, run }` with an id that no other has. */
export function collect(file, evaluate) {
  const tests = [];
  const taken = new Map();
  let path = [file];
  let around = { before: [], after: [] };

  const add = (title, work) => {
    const name = [...path, title].join(' > ');
    const times = taken.get(name) ?? 0;
    taken.set(name, times + 1);
    const { before, after } = around;
    const run = async () => {
      try {
        for (const hook of before) await hook();
        await work();
      } finally {
        for (const hook of after) await hook();
      }
    };
    tests.push({ id: times === 0 ? name : `${name} (${times + 1})`, name, run });
  };
  const group = (title, work) => {
    const [outerPath, outerAround] = [path, around];
    path = [...path, title];
    around = { before: [...around.before], after: [...around.after] };
    work();
    [path, around] = [outerPath, outerAround];
  };
  const withTables = (declare) =>
    Object.assign(
      (title, ...rest) =>
        declare(
          title,
          rest.find((one) => typeof one === 'function'),
        ),
      {
        each: (rows) => (title, work) => {
          for (const [index, row] of rows.entries()) {
            declare(titleOf(title, row, index), () => (Array.isArray(row) ? work(...row) : work(row)));
          }
        },
      },
    );

  const test = withTables(add);
  evaluate({
    expect,
    test,
    it: test,
    describe: withTables(group),
    beforeEach: (hook) => around.before.push(hook),
    afterEach: (hook) => around.after.unshift(hook),
  });
  return tests;
}
