// No file of the program needs itself, however far around. Imports of types do not count: nothing is left of them at run
// time. Proves itself first on a planted circle.
import { posix } from 'node:path';
import { importsOf, isTest, mustFind, projectFiles, textOf } from './sources.mjs';

/** Where an import leads within `src`, or null when it leaves the project. */
function target(file, name) {
  if (name.startsWith('#')) return `src/${name.slice(1)}`;
  return name.startsWith('.') ? posix.join(posix.dirname(file), name) : null;
}

function graphOf(sources) {
  return new Map(
    [...sources].map(([file, text]) => [
      file,
      importsOf(text)
        .filter(({ type }) => !type)
        .map(({ name }) => target(file, name))
        .filter((reached) => reached !== null && sources.has(reached)),
    ]),
  );
}

/** Circles, each as the files it leads through (Tarjan's strongly connected components). */
function circles(graph) {
  const index = new Map();
  const low = new Map();
  const stack = [];
  const found = [];
  const visit = (file) => {
    index.set(file, index.size);
    low.set(file, index.get(file));
    stack.push(file);
    for (const next of graph.get(file) ?? []) {
      if (!index.has(next)) visit(next);
      if (stack.includes(next)) low.set(file, Math.min(low.get(file), low.get(next)));
    }
    if (low.get(file) !== index.get(file)) return;
    const circle = stack.splice(stack.indexOf(file));
    if (circle.length > 1 || graph.get(file)?.includes(file)) found.push(circle);
  };
  for (const file of graph.keys()) if (!index.has(file)) visit(file);
  return found;
}

const planted = new Map([
  ['src/a.ts', "import { b } from './b.ts';"],
  ['src/b.ts', "import { c } from '#c.ts';"],
  ['src/c.ts', "export { a } from './a.ts';"],
  ['src/d.ts', "import type { a } from './a.ts';\nimport './b.ts';"],
]);
mustFind('a circle of three files', circles(graphOf(planted))[0]?.length === 3);
mustFind('that a type is no circle', circles(graphOf(new Map([...planted].slice(1)))).length === 0);

const sources = new Map(
  projectFiles()
    .filter((file) => /^(src|bench|seeds)\/.*\.tsx?$/.test(file) && !isTest(file))
    .map((file) => [file, textOf(file) ?? '']),
);
const found = circles(graphOf(sources));
for (const circle of found) console.error(`${circle.join(' → ')} → ${circle[0]}`);
process.exit(found.length === 0 ? 0 : 1);
