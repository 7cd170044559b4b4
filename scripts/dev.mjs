// Development: the server rebuilt and restarted on change, and the staff application served by Vite in front of it.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const node = process.execPath;
let server = null;
let timer = null;

function once(command, args) {
  return new Promise((resolve) => spawn(command, args, { cwd: root, stdio: 'inherit' }).on('exit', resolve));
}

async function restart() {
  if ((await once(node, ['scripts/build.mjs', '--server'])) !== 0) return;
  const before = server;
  if (before) {
    before.kill('SIGTERM');
    await new Promise((resolve) => before.once('exit', resolve));
  }
  server = spawn(node, ['--enable-source-maps', 'dist/kinfold.mjs', 'serve'], { cwd: root, stdio: 'inherit' });
}

await restart();
const vite = await createServer({ configFile: join(root, 'vite.config.ts') });
await vite.listen();
vite.printUrls();
for (const folder of ['src', 'policies', 'seeds']) {
  watch(join(root, folder), { recursive: true }, (_event, file) => {
    if (!file || /\.(css|tsx|test\.ts)$/.test(file)) return;
    clearTimeout(timer);
    timer = setTimeout(restart, 300);
  });
}
process.once('SIGINT', () => {
  server?.kill('SIGTERM');
  process.exit(0);
});
