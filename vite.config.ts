import { fileURLToPath } from 'node:url';
import { convertCssVariables, DEFAULT_THEME, defaultCssVariablesResolver, mergeMantineTheme } from '@mantine/core';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { cssVariablesResolver, theme } from './src/design-system/theme/theme.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Mantine would put its variables into a style element while the page runs, which a strict content policy forbids.
 * They depend on nothing but the theme, so they are written out here, once, as an ordinary style sheet.
 */
function mantineVariables(): Plugin {
  const id = 'virtual:mantine-variables.css';
  const resolved = here('./src/design-system/theme/mantine-variables.css');
  return {
    name: 'kinfold-mantine-variables',
    resolveId: (asked) => (asked === id ? resolved : null),
    load(asked) {
      if (asked !== resolved) return null;
      const merged = mergeMantineTheme(DEFAULT_THEME, theme);
      const standard = defaultCssVariablesResolver(merged);
      const ours = cssVariablesResolver(merged);
      return convertCssVariables({
        variables: { ...standard.variables, ...ours.variables },
        light: { ...standard.light, ...ours.light },
        dark: { ...standard.dark, ...ours.dark },
      });
    },
  };
}

export default defineConfig(({ mode }) => ({
  root: here(mode === 'gallery' ? './src/web/gallery' : './src/web/staff'),
  publicDir: false,
  plugins: [react(), mantineVariables()],
  experimental: {
    // The server gives out the folder `assets` under this address (`src/web/serve-staff-app.ts`).
    renderBuiltUrl: (file: string) => (mode === 'gallery' ? undefined : file.replace(/^assets\//, '/app-assets/')),
  },
  build: {
    outDir: here(mode === 'gallery' ? './dist/gallery' : './dist/web'),
    emptyOutDir: true,
    assetsDir: 'assets',
    // No data: addresses, so that the content policy can name 'self' alone for fonts and pictures.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The system's light and dark must reach old browsers as written; 2024 is when light-dark() became common.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    reportCompressedSize: true,
  },
  server: { host: '127.0.0.1', port: 5310, proxy: { '^/api/': `http://127.0.0.1:${process.env['PORT'] || 4040}` } },
}));
