import { describe, expect, it } from 'vitest';
import { day } from '#shared/calendar-day.ts';
import { inMemoryDirectory } from '../reader.ts';
import * as seed from '../seed.ts';
import { ADDRESSES, LANGUAGES } from './languages.ts';
import { publicPages } from './pages.tsx';

const today = day('2026-11-22');
const newJersey = seed.counties.filter(({ state }) => state === 'NJ');

/** Every number that was read on a page by a person. Adding one here is a decision, not a repair. */
const SEEN = ['911', '988', '1-877-652-7624', '1-877-652-2873', '1-800-701-0710', '908-789-8500', '908-755-0090'];
const SEEN_DIALED = ['911', '988', '+18776527624', '+18776522873', '+18007010710', '+19087898500', '+19087550090'];

async function open(address: string, reader = inMemoryDirectory()) {
  const url = new URL(address, 'https://kinfold.example');
  for (const page of publicPages) {
    const pattern = new RegExp(`^${page.path.replace(':slug', '(?<slug>[^/]+)')}$`);
    const match = pattern.exec(url.pathname);
    if (match) return page.render({ ...match.groups }, Object.fromEntries(url.searchParams), reader, today);
  }
  throw new Error(`no page at ${address}`);
}

const count = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].length;
const textOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&');

const addresses = LANGUAGES.flatMap((language) => {
  const { home, howItWorks, find, county } = ADDRESSES[language];
  const asked = ['', 'Bridgeton, 08302', '08540', 'bridge', 'zzzzzz', '19103', '90210', '<script>alert(1)</script>'];
  return [
    ...[home, howItWorks, county('kent')].map((address) => ({ language, address })),
    ...asked.map((q) => ({ language, address: `${find}?q=${encodeURIComponent(q)}` })),
    ...newJersey.map(({ slug }) => ({ language, address: county(slug) })),
  ];
});

describe.each(addresses)('$address', ({ language, address }) => {
  it('is a whole page in its language, with help in danger first and only numbers that were seen', async () => {
    const { html } = await open(address);
    expect(html.startsWith(`<!doctype html><html lang="${language}">`)).toBe(true);
    expect(count(html, /<h1[ >]/g)).toBe(1);
    expect(count(html, /<main[ >]/g)).toBe(1);
    expect(html.indexOf('class="danger"')).toBeLessThan(html.indexOf('<header'));
    for (const dialed of SEEN_DIALED.slice(0, 4)) expect(html).toContain(`href="tel:${dialed}"`);
    for (const [, dialed] of html.matchAll(/href="tel:([^"]*)"/g)) expect(SEEN_DIALED).toContain(dialed);
    for (const [number] of textOf(html).matchAll(/(?:1-)?\d{3}-\d{3}-\d{4}/g)) expect(SEEN).toContain(number);
    expect(count(html, /hrefLang="(?:en|es|x-default)"|hreflang="(?:en|es|x-default)"/g)).toBeGreaterThanOrEqual(3);
    expect(html).toContain('property="og:title"');
  });

  it('runs nothing and styles nothing inline', async () => {
    const { html } = await open(address);
    expect(html).not.toMatch(/<script|\sstyle=|<style|\son[a-z]+=|javascript:/i);
  });

  it('has ids only once, and every link within the page leads somewhere', async () => {
    const { html } = await open(address);
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of html.matchAll(/(?:href="#|aria-labelledby="|aria-describedby=")([^"]+)"/g))
      expect(ids).toContain(id);
  });

  it('never shows Pennsylvania', async () => {
    const text = textOf((await open(address)).html);
    for (const name of ['Dauphin', 'Lancaster', 'Lebanon County', 'Perry', 'Fulton', 'HealthChoices'])
      expect(text).not.toContain(name);
  });

  it('keeps New Jersey’s wording', async () => {
    expect(textOf((await open(address)).html)).not.toMatch(
      /\b(clients?|cases?|placements?|mom|dad|consumers?|clientes?|casos?)\b/i,
    );
  });
});

describe('what is answered', () => {
  it.each([
    [
      '/find?q=Bridgeton%2C+08302',
      200,
      ['CGS Family Partnership', 'Cumberland, Gloucester and Salem counties', 'value="Bridgeton, 08302"'],
    ],
    ['/find?q=Union+County', 200, ['Families and Community Together', '908-789-8500']],
    ['/es/encontrar?q=Paterson', 200, ['Circle of Care', 'Condado de Passaic', 'Llame a PerformCare']],
    [
      '/find?q=08540',
      200,
      ['Which one is yours?', 'href="/county/mercer"', 'href="/county/middlesex"', 'href="/county/somerset"'],
    ],
    ['/find?q=08318', 200, ['CGS Family Partnership']],
    ['/find?q=Brigeton', 200, ['We understood: Bridgeton.', 'CGS Family Partnership']],
    ['/find?q=zzzzzz', 200, ['We did not find that place', '1-877-652-7624']],
    ['/find?q=19103', 200, ['a place in Pennsylvania']],
    ['/es/encontrar?q=19103', 200, ['Pensilvania']],
    ['/find?q=', 200, ['Where do you live?']],
    ['/find', 200, ['Where do you live?']],
    ['/county/kent', 404, ['There is no page for that county']],
    ['/county/pa-cumberland', 404, ['There is no page for that county']],
    ['/es/condado/salem', 200, ['Equipo de apoyo del condado de Salem', 'CGS Family Partnership', 'cgsfso.org']],
    ['/county/essex', 200, ['We have not confirmed how to reach it yet']],
    ['/county/burlington', 200, ['We have not confirmed the office telephone yet']],
  ])('%s', async (address, status, parts) => {
    const answer = await open(address);
    expect(answer.status).toBe(status);
    for (const part of parts) expect(answer.html.replaceAll('&#x27;', "'")).toContain(part);
  });
});

describe('the map and the list on a page', () => {
  it('marks the counties of the organization that was found, and no others', async () => {
    const { html } = await open('/find?q=08302');
    const chosen = [...html.matchAll(/<a href="\/county\/([a-z-]+)" class="county [^"]*chosen/g)].map(
      ([, slug]) => slug,
    );
    expect(chosen.sort()).toEqual(['cumberland', 'gloucester', 'salem']);
  });

  it('draws every county as a link with its name and organization, and lists them all', async () => {
    const { html } = await open('/');
    expect(count(html, /<a href="\/county\/[a-z-]+" class="county /g)).toBe(21);
    expect(html).toContain('aria-label="Cape May County: Cape Atlantic Integrated Network for Kids"');
    for (const { slug } of newJersey) expect(count(html, new RegExp(`href="/county/${slug}"`, 'g'))).toBe(2);
  });
});

describe('a question', () => {
  it('stays out of titles, and its answer is not kept', async () => {
    const { html, headers } = await open('/find?q=12+Elm+Street+Bridgeton');
    expect(headers).toEqual({ 'cache-control': 'no-store' });
    expect(html.slice(0, html.indexOf('</head>'))).not.toContain('Elm');
    expect(html).toContain('value="12 Elm Street Bridgeton"');
  });

  it('is kept by the language switch', async () => {
    expect((await open('/find?q=Bridgeton')).html).toContain('href="/es/encontrar?q=Bridgeton"');
  });
});

describe('the directory behind the pages', () => {
  it('is followed: a new telephone and a new organization appear at once', async () => {
    const reader = inMemoryDirectory({
      ...seed,
      agencies: seed.agencies.map((agency) =>
        agency.id === 5
          ? { ...agency, name: 'Delaware Bay Partners', phone: '856-555-0100', phoneSource: 'test' }
          : agency,
      ),
    });
    const { html } = await open('/county/salem', reader);
    expect(html).toContain('Delaware Bay Partners');
    expect(html).toContain('href="tel:+18565550100"');
  });

  it('may list nobody for a county, and the page says so', async () => {
    const { html, status } = await open('/county/salem', inMemoryDirectory({ ...seed, serviceAreas: [] }));
    expect(status).toBe(200);
    expect(html).toContain('No organization is listed for this county today');
  });
});
