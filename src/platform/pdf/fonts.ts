import { createRequire } from 'node:module';

const PACKAGE = '@expo-google-fonts/atkinson-hyperlegible-next';
const WEIGHTS = ['400Regular', '400Regular_Italic', '700Bold'] as const;

/**
 * The static TrueType files of our typeface (Typst reads neither web fonts nor axes). Without the package Typst's own
 * serif, which is part of it, takes their place: a plainer sheet, never none.
 */
export function fontFiles(from: string): readonly string[] {
  const { resolve } = createRequire(from);
  return WEIGHTS.flatMap((weight) => {
    try {
      return [resolve(`${PACKAGE}/${weight}/AtkinsonHyperlegibleNext_${weight}.ttf`)];
    } catch {
      return [];
    }
  });
}
