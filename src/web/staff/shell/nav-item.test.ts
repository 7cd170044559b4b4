import { describe, expect, it } from 'vitest';
import { currentItem } from './nav-item.ts';

const items = [
  { href: '/', label: 'Today' },
  { href: '/youth', label: 'Youth' },
  { href: '/youth/waiting', label: 'Waiting' },
];

describe('the navigation line of an address', () => {
  it.each([
    ['/', 'Today'],
    ['/youth', 'Youth'],
    ['/youth/0198/plan', 'Youth'],
    ['/youth/waiting/2', 'Waiting'],
    ['/youthful', undefined],
  ])('%s lies in %s', (path, label) => {
    expect(currentItem(items, path)?.label).toBe(label);
  });
});
