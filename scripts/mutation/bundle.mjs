// The tests of an area as scripts that can be evaluated again and again, each time from nothing: one script per test file
// with the changed sources inside, packages outside and loaded once. Starting from nothing, not the tests, is what costs.
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import vm from 'node:vm';
import { build } from 'esbuild';

/** A bundled file still reads what lies beside its source. */
const ownPlace = {
  name: 'own-place',
  setup(bundling) {
    bundling.onLoad({ filter: /\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
      loader: 'ts',
    }));
  },
};

/** Leaves these files out of a bundle, to be asked for by their path. */
const leftOut = (paths) => ({
  name: 'left-out',
  setup(bundling) {
    bundling.onResolve({ filter: /^[.#].*\.ts$/ }, ({ path, importer, kind }) => {
      if (kind === 'entry-point') return null;
      const file = path.startsWith('#') ? resolve('src', path.slice(1)) : resolve(dirname(importer), path);
      return paths.includes(file) ? { path: file, external: true } : null;
    });
  },
});

async function scriptsOf(files, plugins) {
  const made = await build({
    entryPoints: files.map((file) => resolve(file)),
    outdir: resolve('bundled'),
    outbase: resolve('.'),
    bundle: true,
    write: false,
    metafile: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    plugins,
    logLevel: 'silent',
  });
  const outside = Object.values(made.metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
  const texts = new Map(made.outputFiles.map(({ path, text }) => [path, text]));
  const scripts = files.map((file) => {
    const path = resolve('bundled', file).replace(/\.ts$/, '.js');
    return [file, new vm.Script(`(function (require, module, exports) {${texts.get(path)}\n})`, { filename: path })];
  });
  return { scripts: new Map(scripts), outside: new Set(outside) };
}

function evaluated(script, require) {
  const module = { exports: {} };
  script.runInThisContext()(require, module, module.exports);
  return module.exports;
}

/** The same question gets the same answer without working it out again. What a fact's data looks like is not in the key. */
function remembering(exported) {
  if (typeof exported !== 'function') return exported;
  const answers = new Map();
  return (...asked) => {
    const key = JSON.stringify(asked, (name, value) => (name === 'data' ? undefined : value));
    if (!answers.has(key)) answers.set(key, exported(...asked));
    return answers.get(key);
  };
}

/**
 * Test files, by path from the working folder, as functions that evaluate them with the given stand-in for Vitest. `kept`
 * are sources that are evaluated once and whose answers are remembered: what reads texts, when reading is not what is changed.
 */
export async function bundled(files, kept) {
  const packages = new Map();
  const load = async (names) => {
    for (const name of names) if (name !== 'vitest' && !packages.has(name)) packages.set(name, await import(name));
  };
  const once = await scriptsOf(kept, [ownPlace]);
  await load(once.outside);
  for (const [file, script] of once.scripts) {
    const exported = Object.entries(evaluated(script, (name) => packages.get(name)));
    packages.set(resolve(file), Object.fromEntries(exported.map(([name, one]) => [name, remembering(one)])));
  }
  const tests = await scriptsOf(files, [leftOut(kept.map((file) => resolve(file))), ownPlace]);
  await load([...tests.outside].filter((name) => !packages.has(name)));
  return new Map(
    [...tests.scripts].map(([file, script]) => [
      file,
      (vitest) => evaluated(script, (name) => (name === 'vitest' ? vitest : packages.get(name))),
    ]),
  );
}
