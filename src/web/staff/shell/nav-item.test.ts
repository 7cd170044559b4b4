import { describe, expect, it } from 'vitest';
import { atTheFoot, currentItem } from './nav-item.ts';

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

describe('the bar at the foot of a phone', () => {
  const icon = () => null;
  const all = ['youth', 'referrals', 'policy', 'directory', 'audit'].map((name) => ({
    href: `/app/${name}`,
    label: name,
    icon,
  }));
  const named = (begins: string) => atTheFoot(all, begins).map(({ label }) => label);

  it('has the first four places', () => {
    expect(named('/app/youth')).toEqual(['youth', 'referrals', 'policy', 'directory']);
    expect(named('/app/start')).toEqual(['youth', 'referrals', 'policy', 'directory']);
  });

  it('has the place where the day begins, also one that comes late', () => {
    expect(named('/app/audit/emergency')).toEqual(['audit', 'youth', 'referrals', 'policy']);
  });
});
