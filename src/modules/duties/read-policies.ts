import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FactRegistry } from '#modules/facts/registry.ts';
import {
  checkExamples,
  type LoadedCalendar,
  loadCalendar,
  loadPack,
  type Pack,
  type PackFile,
  type PackProblem,
} from '#modules/policy/index.ts';
import { PolicyShelf } from './policy-shelf.ts';

/** A folder of policies that cannot be used, with every reason: file, line, what is wrong. */
export class PoliciesRefused extends Error {
  override readonly name = 'PoliciesRefused';
  readonly problems: readonly PackProblem[];
  constructor(problems: readonly PackProblem[]) {
    super(problems.map(({ file, line, reason }) => `${file}:${line}: ${reason}`).join('\n'));
    this.problems = problems;
  }
}

/** Folders of `policies/` that are not packs. */
const NOT_PACKS = new Set(['calendars', 'words']);

/**
 * Reads calendars and packs from a folder. Throws `PoliciesRefused` when anything in them is wrong, including an example
 * that does not come out as written: a program with a wrong rule must not start.
 */
export async function readPolicies(folder: string, kinds: FactRegistry): Promise<PolicyShelf> {
  const calendars = await readCalendars(join(folder, 'calendars'));
  const entries = await readdir(folder, { withFileTypes: true });
  const packs: Pack[] = [];
  const problems: PackProblem[] = [];
  for (const entry of entries.filter((one) => one.isDirectory() && !NOT_PACKS.has(one.name))) {
    const files = await yamlFiles(join(folder, entry.name), `policies/${entry.name}`);
    if (files.length === 0) continue;
    const loaded = loadPack(
      files,
      kinds.all,
      calendars.map(({ id }) => id),
    );
    if (!loaded.ok) problems.push(...loaded.error);
    else {
      const rival = packs.find(({ programme }) => programme === loaded.value.programme);
      if (rival)
        problems.push({ ...headOf(files), reason: `programme ${rival.programme} already has the pack ${rival.id}` });
      packs.push(loaded.value);
    }
  }
  if (problems.length > 0) throw new PoliciesRefused(problems);
  const shelf = new PolicyShelf(packs, calendars, kinds);
  for (const pack of packs) problems.push(...checkExamples(shelf.compileWith(pack, {})));
  if (problems.length > 0) throw new PoliciesRefused(problems);
  return shelf;
}

/** Where a pack says what it is. */
function headOf(files: readonly PackFile[]): { readonly file: string; readonly line: number } {
  const [file] = files.filter(({ text }) => /^pack:/m.test(text));
  const line = (file?.text.split('\n').findIndex((one) => one.startsWith('pack:')) ?? 0) + 1;
  return { file: file?.path ?? '', line };
}

async function readCalendars(folder: string): Promise<LoadedCalendar[]> {
  const results = (await yamlFiles(folder, 'policies/calendars')).map(loadCalendar);
  const problems = results.flatMap((result) => (result.ok ? [] : result.error));
  if (problems.length > 0) throw new PoliciesRefused(problems);
  return results.flatMap((result) => (result.ok ? [result.value] : []));
}

async function yamlFiles(folder: string, shownAs: string): Promise<PackFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  return Promise.all(
    names.map(async (name) => ({ path: `${shownAs}/${name}`, text: await readFile(join(folder, name), 'utf8') })),
  );
}
