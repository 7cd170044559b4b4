// Development: the server rebuilt and restarted on change, and the staff application served by Vite in front of it.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { DevServer } from './dev-server.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const run = (words) => spawn(process.execPath, words, { cwd: root, stdio: 'inherit' });
const server = new DevServer({
  build: () =>
    new Promise((resolve) => run(['scripts/build.mjs', '--server']).on('exit', (code) => resolve(code === 0))),
  start: () => run(['--enable-source-maps', 'dist/kinfold.mjs', 'serve']),
});

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    void server.stop().then(() => process.exit(0));
  });
}
await server.restart();
const vite = await createServer({ configFile: join(root, 'vite.config.ts') });
await vite.listen();
vite.printUrls();
let timer = null;
for (const folder of ['src', 'policies', 'seeds']) {
  watch(join(root, folder), { recursive: true }, (_event, file) => {
    if (!file || /\.(css|tsx|test\.ts)$/.test(file)) return;
    clearTimeout(timer);
    timer = setTimeout(() => void server.restart(), 300);
  });
}
