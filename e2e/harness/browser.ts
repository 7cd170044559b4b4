import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { refuseComplaints, type Silence, silenceOf } from './silence.ts';

export interface Opened {
  readonly page: Page;
  /** What this page may be heard to complain about; everything else fails the journey. */
  readonly silence: Silence;
}

export interface Journeys {
  /** A browser nobody has used before, on a wide screen unless told otherwise. */
  readonly newcomer: (options?: BrowserContextOptions) => Promise<Opened>;
}

const EXECUTABLE = process.env.CHROMIUM || '/usr/bin/chromium';
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/** How long a step waits for what it expects to see; machines are shared. */
const PATIENCE = 30_000;

/** The program of this worker. A file's journeys stay in one worker, and a worker has one file at a time. */
function addressHere(): string {
  const addresses = inject('addresses');
  const address = addresses.length === 1 ? addresses[0] : addresses[Number(process.env.VITEST_POOL_ID) - 1];
  if (!address) throw new Error(`No program was started for worker ${process.env.VITEST_POOL_ID}.`);
  return address;
}

/** One browser for the journeys of a file; each `newcomer` begins with nothing remembered, and all are closed after each journey. */
export function withBrowser(): Journeys {
  let browser: Browser;
  let opened: Opened[] = [];
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: EXECUTABLE, args: ARGUMENTS });
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await keepPictures(task.name, opened);
    const heard = opened.flatMap(({ silence }) => silence.broken());
    const contexts = new Set(opened.map(({ page }) => page.context()));
    opened = [];
    await Promise.all([...contexts].map((context) => context.close()));
    refuseComplaints(heard);
  });
  afterAll(() => browser?.close());
  return {
    newcomer: async (options = {}) => {
      const context = await browser.newContext({
        baseURL: addressHere(),
        viewport: { width: 1440, height: 900 },
        locale: 'en-US',
        timezoneId: 'America/New_York',
        reducedMotion: 'reduce',
        ...options,
      });
      context.setDefaultTimeout(PATIENCE);
      const silence = silenceOf(context);
      const one = { page: await context.newPage(), silence };
      opened.push(one);
      return one;
    },
  };
}

/** With KINFOLD_JOURNEYS_PICTURES a folder, every page of a journey that failed is pictured there. */
async function keepPictures(name: string, opened: readonly Opened[]): Promise<void> {
  const folder = process.env.KINFOLD_JOURNEYS_PICTURES;
  if (!folder) return;
  const stem = name.replace(/\W+/g, '-').slice(0, 40);
  for (const [index, { page }] of opened.entries()) {
    await page.screenshot({ path: join(folder, `${stem}-${index}.png`), fullPage: true }).catch(() => undefined);
  }
}
