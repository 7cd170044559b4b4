import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json, from the source as from the bundle. */
function above(from: string): string {
  if (existsSync(join(from, 'package.json'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('Kinfold cannot find its own folder.');
  return above(parent);
}

export const projectFolder = above(dirname(fileURLToPath(import.meta.url)));
