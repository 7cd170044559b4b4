import type { Command, CommanderError } from 'commander';
import { describe, expect, it } from 'vitest';
import { kinfoldProgram } from './program.ts';
import { wholeNumber } from './whole-number.ts';

/** Every command that does something, with the words that reach it. */
function leaves(command: Command, words: readonly string[] = []): { words: readonly string[]; command: Command }[] {
  if (command.commands.length === 0) return [{ words, command }];
  return command.commands.flatMap((one) => leaves(one, [...words, one.name()]));
}

/** What a call printed and how it ended, without a process of its own. */
async function called(words: readonly string[]): Promise<{ exitCode: number; out: string; error: string }> {
  const program = kinfoldProgram();
  let [out, error] = ['', ''];
  const quiet = (command: Command): void => {
    command.exitOverride().configureOutput({
      writeOut: (text) => (out += text),
      writeErr: (text) => (error += text),
    });
    command.commands.forEach(quiet);
  };
  quiet(program);
  try {
    await program.parseAsync(words, { from: 'user' });
    return { exitCode: 0, out, error };
  } catch (thrown) {
    return { exitCode: (thrown as CommanderError).exitCode, out, error };
  }
}

const all = leaves(kinfoldProgram()).map(({ words, command }) => [words.join(' '), words, command] as const);

it('has the commands the manual names', () => {
  expect(all.map(([name]) => name).sort()).toEqual([
    'audit verify',
    'backup',
    'client add',
    'client list',
    'client revoke',
    'doctor',
    'import referrals',
    'migrate',
    'policy check',
    'policy editions',
    'policy evaluate',
    'policy explain',
    'policy impact',
    'policy list',
    'restore',
    'seed',
    'serve',
    'user add',
  ]);
});

describe.each(all)('kinfold %s', (_, words, command) => {
  it('explains itself and names every option', async () => {
    const { exitCode, out } = await called([...words, '--help']);
    expect(exitCode).toBe(0);
    expect(out).toContain(`Usage: kinfold ${words.join(' ')}`);
    expect(out).toContain(command.description().split(' ').slice(0, 3).join(' '));
    for (const { flags, description } of command.options) {
      expect(out).toContain(flags);
      expect(description).not.toBe('');
    }
    for (const argument of command.registeredArguments) expect(argument.description).not.toBe('');
  });

  it('refuses an option it does not know', async () => {
    const needed = command.options.filter(({ mandatory }) => mandatory).flatMap(({ long }) => [long ?? '', 'x']);
    const given = command.registeredArguments.map(() => 'x');
    const { exitCode, error } = await called([...words, ...given, ...needed, '--no-such-option']);
    expect(exitCode).not.toBe(0);
    expect(error).toContain("unknown option '--no-such-option'");
  });

  it('names what it cannot do without', async () => {
    const needed = command.options.filter(({ mandatory }) => mandatory);
    const required = command.registeredArguments.filter(({ required: must }) => must);
    if (needed.length + required.length === 0) return;
    const { exitCode, error } = await called(words);
    expect(exitCode).not.toBe(0);
    expect(error).toMatch(/missing required argument|required option/);
  });

  it('answers a script in JSON, unless it runs until it is stopped', () => {
    expect(command.options.some(({ long }) => long === '--json')).toBe(words.join(' ') !== 'serve');
  });
});

it.each([[['no-such-command']], [['policy', 'no-such-command']]])('%j is a wrong call', async (words) => {
  expect((await called(words)).exitCode).not.toBe(0);
});

it('says its version', async () => {
  expect((await called(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
});

it.each([
  ['12', 12],
  ['0', 0],
])('the number %s is taken', (text, number) => {
  expect(wholeNumber(text)).toBe(number);
});

it.each(['twelve', '', '-3', '1.5', '1e9', '12 '])('%j is no number, and the exit code says so', (text) => {
  expect(() => wholeNumber(text)).toThrow(expect.objectContaining({ exitCode: 2 }));
});
