import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const modules = fileURLToPath(new URL('../modules', import.meta.url));
const files = readdirSync(modules, { recursive: true, encoding: 'utf8' });
const textOf = (file: string) => readFileSync(join(modules, file), 'utf8');

it('every page that is a part of a chart stands within the chart’s frame, and no other does', () => {
  const within = files
    .filter((file) => file.endsWith('/pages.ts'))
    .flatMap((list) =>
      [...textOf(list).matchAll(/within: withinChart,\s+load: \(\) => import\('([^']+)'\)/g)].map(([, page = '']) =>
        normalize(join(dirname(list), page)),
      ),
    );
  const parts = files.filter((file) => file.endsWith('-page.tsx') && textOf(file).includes('<ChartPart'));
  expect(parts.length).toBeGreaterThan(5);
  expect(within.toSorted()).toEqual(parts.toSorted());
});
