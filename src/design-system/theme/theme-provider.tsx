import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { theme } from './theme.ts';

// Light, dark or as the system says: a taste, not personal data, so it may rest in the browser.
const memory = localStorageColorSchemeManager({ key: 'kinfold-light' });

/** Puts the theme around the screen. Nothing is injected: variables come as a style sheet, made when the page was built. */
export function ThemeProvider({ children }: { readonly children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      colorSchemeManager={memory}
      withCssVariables={false}
      withGlobalClasses={false}
    >
      {children}
    </MantineProvider>
  );
}
