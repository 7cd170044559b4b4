import { expect, test } from 'vitest';
import { idNamed } from './id-named.ts';

test('the same parts name the same UUID, other parts another', () => {
  expect(idNamed(['chart', 100, 'a'])).toBe(idNamed(['chart', 100, 'a']));
  expect(idNamed(['chart', 100, 'a'])).not.toBe(idNamed(['chart', 1, '00a']));
  expect(idNamed(['x'])).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
