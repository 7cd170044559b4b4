import { expect, test } from 'vitest';
import { newRecoveryCode, recoveryCodeHash } from './recovery-code.ts';

test('is twelve characters that paper does not confuse', () => {
  for (let i = 0; i < 50; i += 1) expect(newRecoveryCode()).toMatch(/^[a-hj-kmnp-z2-9]{4}(-[a-hj-kmnp-z2-9]{4}){2}$/);
});

test('may be typed with or without dashes, in any case', () => {
  const kept = recoveryCodeHash('secret', 'robin', 'k3fm-p9qa-7xwd');
  for (const typed of ['K3FM-P9QA-7XWD', 'k3fmp9qa7xwd', ' k3fm p9qa 7xwd ']) {
    expect(recoveryCodeHash('secret', 'robin', typed)).toEqual(kept);
  }
});

test('is worth nothing to another person or under another secret', () => {
  const kept = recoveryCodeHash('secret', 'robin', 'k3fm-p9qa-7xwd');
  expect(recoveryCodeHash('secret', 'sam', 'k3fm-p9qa-7xwd')).not.toEqual(kept);
  expect(recoveryCodeHash('other', 'robin', 'k3fm-p9qa-7xwd')).not.toEqual(kept);
});
