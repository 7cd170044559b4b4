import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Operation } from '#platform/http/operation.ts';

const src = fileURLToPath(new URL('..', import.meta.url));
const files = readdirSync(src, { recursive: true, encoding: 'utf8' });
const textOf = (file: string) => readFileSync(join(src, file), 'utf8');
const isStory = (file: string) => file.endsWith('.stories.tsx');

/** The files a file imports, from the source root. */
function importsOf(file: string): string[] {
  return [...textOf(file).matchAll(/from '([#.][^']+)'|import\('([^']+)'\)/g)].map(([, fixed, late]) => {
    const named = fixed ?? late ?? '';
    return named.startsWith('#') ? named.slice(1) : relative(src, normalize(join(src, dirname(file), named)));
  });
}

it('every part of the screen that pages use is shown in a story', () => {
  const shown = new Set(files.filter(isStory).flatMap(importsOf));
  const users = files.filter((file) => /^(modules|web\/staff)\/.*\.tsx$/.test(file) && !isStory(file));
  const used = new Set(users.flatMap(importsOf).filter((file) => /^design-system\/.*\.tsx$/.test(file)));
  expect(used.size).toBeGreaterThan(20);
  // The theme stands around every story.
  expect([...used].filter((part) => !shown.has(part) && !part.startsWith('design-system/theme/'))).toEqual([]);
});

const pageLists = files.filter((file) => /^modules\/[\w-]+\/pages\/pages\.ts$/.test(file));
const pages = pageLists.flatMap(importsOf).filter((file) => file.endsWith('-page.tsx'));

it('every page has its story beside it', () => {
  expect(pages.length).toBeGreaterThan(25);
  expect(pages.filter((page) => !existsSync(join(src, page.replace(/\.tsx$/, '.stories.tsx'))))).toEqual([]);
});

const isOperation = (value: unknown): value is Operation =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'answer' in value;

async function operations(): Promise<Operation[]> {
  const contracts = files.filter(
    (file) => /^modules\/.*contract(\/[\w-]+)?\.ts$/.test(file) && !file.endsWith('.test.ts'),
  );
  const loaded = await Promise.all(contracts.map((file): Promise<object> => import(join(src, file))));
  return loaded.flatMap((one) => Object.values(one)).filter(isOperation);
}

const asPattern = (path: string) => new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`);

describe('what the stories’ server says is what the contracts say', async () => {
  const known = await operations();
  const recorded = files.filter((file) => file.endsWith('.story.json'));
  it.each(recorded)('%s', (file) => {
    const { answers } = JSON.parse(textOf(file)) as { answers: Record<string, unknown> };
    const wrong = Object.entries(answers).flatMap(([asked, answer]) => {
      const [method, address = ''] = asked.split(' ');
      const path = address.replace(/\?.*/, '');
      // The most exact address first: a fixed word stands before a parameter.
      const operation = known
        .filter((one) => one.method === method && asPattern(one.path).test(path))
        .toSorted((a, b) => a.path.split(':').length - b.path.split(':').length)[0];
      if (!operation) return [`${asked}: no contract says this`];
      const parsed = operation.answer.safeParse(answer);
      return parsed.success ? [] : [`${asked}: ${parsed.error.issues[0]?.path.join('.')}`];
    });
    expect(wrong, 'record it anew: scripts/record-stories.mjs').toEqual([]);
  });
});
