import { describe, expect, it } from 'vitest';
import { currentItem } from './nav-item.ts';

const items = [
  { href: '/app', label: 'Today' },
  { href: '/app/youth', label: 'Youth' },
  { href: '/app/youth/waiting', label: 'Waiting' },
];

describe('the navigation line of an address', () => {
  it.each([
    ['/app', 'Today'],
    ['/app/', 'Today'],
    ['/app/elsewhere', undefined],
    ['/app/youth', 'Youth'],
    ['/app/youth/0198/plan', 'Youth'],
    ['/app/youth/waiting/2', 'Waiting'],
    ['/app/youthful', undefined],
  ])('%s lies in %s', (path, label) => {
    expect(currentItem(items, path)?.label).toBe(label);
  });
});
