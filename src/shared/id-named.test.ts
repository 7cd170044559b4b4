import { expect, test } from 'vitest';
import { idNamed } from './id-named.ts';

test('the same parts name the same UUID, other parts another', () => {
  expect(idNamed(['chart', 100, 'a'])).toBe(idNamed(['chart', 100, 'a']));
  expect(idNamed(['chart', 100, 'a'])).not.toBe(idNamed(['chart', 1, '00a']));
  expect(idNamed(['x'])).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('what was named once keeps its name for good', () => {
  expect(idNamed(['chart', 100, 'a'])).toBe('33eb23cd-abfe-84cc-8d9b-4e4942a920e5');
});
