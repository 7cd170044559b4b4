import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Compiled, compile, type Overrides } from '../compile/compiled.ts';
import { type LoadedCalendar, loadCalendar } from '../load/load-calendar.ts';
import { loadPack } from '../load/load-pack.ts';
import type { Pack, PackFile, PackProblem } from '../model.ts';
import { ALL_KINDS } from './kinds.ts';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The YAML files of a folder, given from the root of the repository. */
export function filesIn(folder: string): PackFile[] {
  const names = readdirSync(join(ROOT, folder)).filter((name) => name.endsWith('.yaml'));
  return names
    .sort()
    .map((name) => ({ path: `${folder}/${name}`, text: readFileSync(join(ROOT, folder, name), 'utf8') }));
}

export function allCalendars(): LoadedCalendar[] {
  return filesIn('policies/calendars').map((file) => {
    const calendar = loadCalendar(file);
    if (!calendar.ok) throw new Error(inLines(calendar.error));
    return calendar.value;
  });
}

export function packFrom(files: readonly PackFile[]): Pack {
  const calendars = allCalendars().map((one) => one.id);
  const pack = loadPack(files, ALL_KINDS, calendars);
  if (!pack.ok) throw new Error(inLines(pack.error));
  return pack.value;
}

export function compiledFrom(files: readonly PackFile[], parameters: Overrides = {}): Compiled {
  const compiled = compile(packFrom(files), { factKinds: ALL_KINDS, calendars: allCalendars(), parameters, sha256 });
  if (!compiled.ok) throw new Error(inLines(compiled.error));
  return compiled.value;
}

export const newJersey = (parameters: Overrides = {}): Compiled => compiledFrom(filesIn('policies/nj-cmo'), parameters);

export function inLines(problems: readonly PackProblem[]): string {
  return problems.map((one) => `${one.file}:${one.line} ${one.reason}`).join('\n');
}
