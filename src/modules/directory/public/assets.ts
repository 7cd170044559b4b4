import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface PublicAsset {
  /** Its address. */
  readonly path: string;
  readonly contentType: string;
  /** Where it lies, from the project's root; several are given out as one, in this order. */
  readonly files: readonly string[];
}

const FONTS = 'node_modules/@fontsource-variable';
const HERE = 'src/modules/directory/public';

/** The two type families in their latin subset, which holds all of English and Spanish. */
const fonts: readonly PublicAsset[] = [
  {
    path: '/assets/fonts/atkinson-hyperlegible-next.woff2',
    contentType: 'font/woff2',
    files: [`${FONTS}/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2`],
  },
  {
    path: '/assets/fonts/fraunces.woff2',
    contentType: 'font/woff2',
    files: [`${FONTS}/fraunces/files/fraunces-latin-wght-normal.woff2`],
  },
];

/** One style sheet to the browser, a file a part of the page here. Later ones decide. */
const STYLES = [
  'tokens',
  'elements',
  'frame',
  'opening',
  'cards',
  'map',
  'below',
  'how-it-works',
  'asked-for',
] as const;

/** Every file the public pages refer to. */
export const publicAssets: readonly PublicAsset[] = [
  {
    path: '/assets/public.css',
    contentType: 'text/css; charset=utf-8',
    files: STYLES.map((name) => `${HERE}/styles/${name}.css`),
  },
  { path: '/assets/kinfold.svg', contentType: 'image/svg+xml', files: [`${HERE}/kinfold.svg`] },
  ...fonts,
];

/** The folder that holds package.json, from the source as from the bundle. */
export function projectRoot(from: string = dirname(fileURLToPath(import.meta.url))): string {
  if (existsSync(join(from, 'package.json'))) return from;
  const above = dirname(from);
  if (above === from) throw new Error('the project folder with its package.json was not found');
  return projectRoot(above);
}
