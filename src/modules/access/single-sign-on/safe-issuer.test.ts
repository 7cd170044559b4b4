import { expect, test } from 'vitest';
import { isSafeIssuer } from './provider.ts';

test.each([
  ['https://login.example.org', 'https://kinfold.example.org', true],
  ['http://login.example.org', 'https://kinfold.example.org', false],
  ['http://127.0.0.1:9000', 'https://kinfold.example.org', false],
  ['http://127.0.0.1:9000', 'http://localhost:4040', true],
  ['http://login.example.org', 'http://localhost:4040', false],
  ['file:///etc/passwd', 'http://localhost:4040', false],
])('%s from %s: %s', (issuer, publicUrl, safe) => {
  expect(isSafeIssuer(issuer, publicUrl)).toBe(safe);
});
