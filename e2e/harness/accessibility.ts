import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2 at levels A and AA. */
const RULES: RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  resultTypes: ['violations'],
  // The one rule that would read the style sheets is none of these.
  preload: { assets: ['media'] },
};

/** What to open a page with so that axe may be put into it; every other journey keeps the page's content policy. */
export const FOR_AXE = { bypassCSP: true } as const;

/** Wide and light, then narrow and dark: each theme and each layout is looked at on every page. */
export const WIDE = { ...FOR_AXE, viewport: { width: 1440, height: 900 }, colorScheme: 'light' } as const;
const NARROW = { ...FOR_AXE, viewport: { width: 375, height: 812 }, colorScheme: 'dark' } as const;

type Look = typeof WIDE | typeof NARROW;

/**
 * The page stands still: two frames in which nothing in it changed and nothing moved. A change of width or
 * theme is answered by listeners, which draw anew a frame or more later.
 */
const drawn = (page: Page): Promise<unknown> =>
  page.evaluate(`(async () => {
    const frame = () => new Promise((next) => requestAnimationFrame(next));
    const ends = ({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime);
    const moving = () => document.getAnimations().filter((one) => one.playState === 'running' && ends(one));
    let changed = false;
    const watch = new MutationObserver(() => { changed = true; });
    watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    for (let round = 0; round < 50; round += 1) {
      changed = false;
      await frame();
      await frame();
      // One that is over may begin others: a colour goes from parent to child.
      const begun = moving();
      await Promise.allSettled(begun.map(({ finished }) => finished));
      if (!changed && begun.length === 0) break;
    }
    watch.disconnect();
  })()`);

/** What axe finds on the page as it stands, each finding with the elements it is about. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) {
    await page.evaluate(source);
    // Long lists are laid out when they come into sight; what axe reads before wears the colours of the look before.
    await page.addStyleTag({ content: '* { content-visibility: visible !important }' });
    await drawn(page);
  }
  const results = (await page.evaluate(`axe.run(document, ${JSON.stringify(RULES)})`)) as AxeResults;
  return results.violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}: ${nodes
        .slice(0, 4)
        .map(({ target, any }) => [target.join(' '), any[0]?.message].filter(Boolean).join(': '))
        .join(' | ')}`,
  );
}

export async function seesNoAccessibilityProblem(page: Page): Promise<void> {
  expect(await accessibilityProblems(page)).toEqual([]);
}

/** Elements that reach beyond the right edge, when the page as a whole can be scrolled sideways. */
async function sidewaysScroll(page: Page): Promise<string[]> {
  const found = await page.evaluate(`(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > width + 1)
      .slice(0, 3)
      .map((element) => element.tagName + '.' + String(element.className).slice(0, 60));
  })()`);
  return (found as string[]).map((element) => `scrolls sideways: ${element}`);
}

/** Everything wrong with the page as it stands, each finding with where it was found. */
async function problemsOf(page: Page, where: string): Promise<string[]> {
  const found = [...(await accessibilityProblems(page)), ...(await sidewaysScroll(page))];
  return found.map((words) => `${where}: ${words}`);
}

/** The same page on another screen: neither theme nor layout needs the server again. */
async function looksLike(page: Page, { viewport, colorScheme }: Look): Promise<void> {
  await page.setViewportSize(viewport);
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  // Colours are looked at when the page wears them: in the application a listener sets the attribute, and it is drawn a
  // frame later; the public pages follow the media query.
  const wears = `html[data-mantine-color-scheme="${colorScheme}"], html:not([data-mantine-color-scheme])`;
  await page.locator(wears).waitFor({ state: 'attached' });
  await drawn(page);
}

/** Everything wrong with the page narrow and dark, then wide and light; it stays wide and light. */
export async function problemsInBothLooks(page: Page, where: string): Promise<string[]> {
  await looksLike(page, NARROW);
  const found = await problemsOf(page, `${where}, narrow and dark`);
  await looksLike(page, WIDE);
  return [...found, ...(await problemsOf(page, `${where}, wide and light`))];
}

/** A 1280 pixels wide screen at 400 %. */
const FOUR_TIMES = { width: 320, height: 640 };

/** What cannot be read at 400 % without scrolling sideways; the page stays as narrow as that. */
export async function problemsAtFourTimes(page: Page, where: string): Promise<string[]> {
  await page.setViewportSize(FOUR_TIMES);
  const found = await sidewaysScroll(page);
  return found.map((words) => `${where} at 400 %: ${words}`);
}
