import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { serveStaffApp } from './serve-staff-app.ts';

test('the page says that it is a demo as soon as it is one, and comes also while nobody can say', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'kinfold-page-'));
  mkdirSync(path.join(folder, 'assets'));
  writeFileSync(path.join(folder, 'index.html'), '<html><head></head></html>');
  const app = Fastify();
  let isDemo = async () => false;
  await serveStaffApp(app, folder, () => isDemo());
  const page = async () => (await app.inject('/app/youth')).body;
  expect(await page()).not.toContain('kinfold-demonstration');
  isDemo = async () => true;
  expect(await page()).toContain('<meta name="kinfold-demonstration" content="yes">');
  isDemo = () => Promise.reject(new Error('no database'));
  expect(await page()).toContain('<head></head>');
  await app.close();
  rmSync(folder, { recursive: true });
});
