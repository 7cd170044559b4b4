// What the rule engine is, as a short text: a hash of all the source that decides what is owed, comments and blanks left
// out. It is found by following imports, so nobody can forget it when the engine changes. Packages are not part of it.
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** What a chart's stored duties follow from besides its facts and the pack's own text. */
const ENGINE = ['./src/evaluator.ts', './src/modules/duties/read-policies.ts'];

/** Twelve hex digits, and the files they were made of, from the root of the repository. */
export async function engineVersion(root = join(dirname(fileURLToPath(import.meta.url)), '..')) {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    stdin: { contents: ENGINE.map((path) => `export * from '${path}';`).join('\n'), resolveDir: root, loader: 'ts' },
    bundle: true,
    write: false,
    metafile: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    minifyWhitespace: true,
    minifySyntax: true,
    logLevel: 'silent',
  });
  const text = outputFiles.map((one) => one.text).join('\n');
  const version = createHash('sha256').update(text).digest('hex').slice(0, 12);
  return { version, files: Object.keys(metafile.inputs) };
}
