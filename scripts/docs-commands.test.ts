import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { kinfoldProgram } from '../src/cli/program.ts';
import { projectFolder } from '../src/project-folder.ts';

/** What people copy from: the commands in it must be ones there are, and the harmless ones must work. */
const DOCUMENTS = ['README.md', ...['docs/how-to', 'docs/reference'].flatMap(pagesIn)];

function pagesIn(folder: string): string[] {
  return readdirSync(join(projectFolder, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`);
}

interface Documented {
  readonly page: string;
  readonly line: string;
}

/** Lines of shell blocks, without comments, and commands in running text. */
function commandsIn(page: string): Documented[] {
  const text = readFileSync(join(projectFolder, page), 'utf8');
  const blocks = [...text.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = '']) => block.split('\n'));
  const inline = [...text.replaceAll(/```[\s\S]*?```/g, '').matchAll(/`((?:npx kinfold|kinfold|npm) [^`]+)`/g)];
  return [...blocks, ...inline.map(([, one = '']) => one)]
    .flatMap((line) => line.replace(/\s#.*$/, '').split('&&'))
    .map((line) => line.trim().replaceAll(/\s+/g, ' '))
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({ page, line }));
}

/** The words after `kinfold`, without settings before it and quotes around them; null for another program. */
function kinfoldWords(line: string): string[] | null {
  const called = /^(?:[A-Z_]+=(?:'[^']*'|\S+) )*(?:npx )?kinfold (.+)$/.exec(line)?.[1];
  return called?.split(' ').map((word) => word.replaceAll(/^['"]|['"]$/g, '')) ?? null;
}

function found(words: readonly string[]): { command: Command; rest: readonly string[] } {
  let command = kinfoldProgram();
  let rest = words;
  for (;;) {
    const next = command.commands.find((one) => one.name() === rest[0]);
    if (!next) return { command, rest };
    [command, rest] = [next, rest.slice(1)];
  }
}

const all = DOCUMENTS.flatMap(commandsIn);
const kinfold = all.flatMap(({ page, line }) => {
  const words = kinfoldWords(line);
  return words ? [[page, words.join(' '), words] as const] : [];
});

it('finds what the documents say', () => {
  expect(kinfold.length).toBeGreaterThan(5);
  expect(kinfold.map(([page]) => page)).toContain('docs/how-to/back-up-and-restore.md');
});

describe('kinfold commands in the documents', () => {
  it.each(kinfold)('%s: kinfold %s', (_, __, words) => {
    const { command, rest } = found(words);
    if (rest.length === 1 && rest[0] === '--help') return;
    // Whatever stands for a file or a seat in it, the command and its options must be there.
    expect(command.parent, words.join(' ')).not.toBeNull();
    const options = rest.filter((word) => word.startsWith('--'));
    const known = command.options.map(({ long }) => long);
    expect(options.filter((option) => !known.includes(option))).toEqual([]);
  });
});

/** They need no database and change nothing. */
const HARMLESS = /^policy (list|check|evaluate) ?/;

describe('harmless ones are run', () => {
  const run = kinfold.filter(
    ([, line, words]) =>
      HARMLESS.test(line) && words.every((word) => !word.endsWith('.json') || existsSync(join(projectFolder, word))),
  );
  it('there are some', () =>
    expect(run.map(([, line]) => line.split(' ')[1])).toEqual(expect.arrayContaining(['list', 'check', 'evaluate'])));
  it.each(run)('%s: kinfold %s', async (_, __, words) => {
    const shown = process.stdout.write;
    process.stdout.write = () => true;
    try {
      await kinfoldProgram().parseAsync([...words], { from: 'user' });
    } finally {
      process.stdout.write = shown;
    }
  });
});

describe('npm commands in the documents', () => {
  const { scripts } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as { scripts: object };
  const npm = all.filter(({ line }) => line.startsWith('npm '));
  it.each(npm.map(({ page, line }) => [page, line] as const))('%s: %s', (_, line) => {
    const [, verb = '', name = ''] = line.split(' ');
    if (verb === 'ci') return;
    expect(Object.keys(scripts)).toContain(verb === 'run' ? name : verb);
  });
});
