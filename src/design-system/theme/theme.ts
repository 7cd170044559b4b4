import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';
import { BRICK, MARIGOLD, MOSS, NIGHT, PAPER, PINE, PLUM, SKY } from './palette.ts';

const fixed = (tuple: readonly string[]): MantineColorsTuple => tuple as unknown as MantineColorsTuple;

const CLOSE = { 'aria-label': 'Close' };

/** Mantine's theme, made from our tokens: type, spacing on a 4 px grid, 10 to 16 px radii, no shadows. */
export const theme = createTheme({
  fontFamily: 'var(--kf-text)',
  fontFamilyMonospace: 'ui-monospace, monospace',
  fontSizes: { xs: '13px', sm: '14px', md: '15px', lg: '18px', xl: '20px' },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.45', lg: '1.4', xl: '1.35' },
  headings: {
    fontFamily: 'var(--kf-text)',
    fontWeight: '700',
    sizes: { h1: { fontSize: '24px' }, h2: { fontSize: '18px' }, h3: { fontSize: '15px' } },
  },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '4px', sm: '6px', md: '10px', lg: '14px', xl: '16px' },
  defaultRadius: 'md',
  shadows: { xs: 'none', sm: 'none', md: 'none', lg: 'none', xl: 'none' },
  primaryColor: 'pine',
  primaryShade: { light: 7, dark: 7 },
  respectReducedMotion: true,
  cursorType: 'pointer',
  focusRing: 'auto',
  colors: {
    gray: fixed(PAPER),
    dark: fixed(NIGHT),
    pine: fixed(PINE),
    brick: fixed(BRICK),
    marigold: fixed(MARIGOLD),
    sky: fixed(SKY),
    moss: fixed(MOSS),
    plum: fixed(PLUM),
  },
  components: {
    Button: { defaultProps: { size: 'sm', px: 13 } },
    // The content policy allows no style element made by script, and scroll locking makes one; base.css does it instead.
    Modal: {
      defaultProps: { lockScroll: false, closeButtonProps: CLOSE, centered: true, transitionProps: { duration: 0 } },
    },
    Drawer: { defaultProps: { lockScroll: false, closeButtonProps: CLOSE, transitionProps: { duration: 0 } } },
    Menu: { defaultProps: { transitionProps: { duration: 0 } } },
    Tooltip: { defaultProps: { transitionProps: { duration: 0 }, events: { hover: true, focus: true, touch: true } } },
  },
});

const FAMILIES = ['pine', 'brick', 'marigold', 'sky', 'moss', 'plum'] as const;

/** What Mantine's parts call their colours, answered with ours, so that one place decides light and dark. */
function fromTokens(): Record<string, string> {
  const variables: Record<string, string> = {
    '--mantine-color-body': 'var(--kf-card)',
    '--mantine-color-text': 'var(--kf-ink)',
    '--mantine-color-dimmed': 'var(--kf-ink-2)',
    '--mantine-color-placeholder': 'var(--kf-ink-2)',
    '--mantine-color-anchor': 'var(--kf-pine)',
    '--mantine-color-error': 'var(--kf-brick-ink)',
    '--mantine-color-default': 'var(--kf-card)',
    '--mantine-color-default-hover': 'var(--kf-stone-wash)',
    '--mantine-color-default-color': 'var(--kf-ink)',
    '--mantine-color-default-border': 'var(--kf-line-strong)',
    '--mantine-color-disabled': 'var(--kf-stone-wash)',
    '--mantine-color-disabled-color': 'var(--kf-ink-2)',
    '--mantine-color-disabled-border': 'var(--kf-line)',
    '--mantine-primary-color-contrast': 'var(--kf-on-fill)',
  };
  for (const family of FAMILIES) {
    variables[`--mantine-color-${family}-text`] = `var(--kf-${family}-ink)`;
    variables[`--mantine-color-${family}-light`] = `var(--kf-${family}-wash)`;
    variables[`--mantine-color-${family}-light-hover`] = `var(--kf-${family}-wash)`;
    variables[`--mantine-color-${family}-light-color`] = `var(--kf-${family}-ink)`;
    variables[`--mantine-color-${family}-outline`] = `var(--kf-${family}-ink)`;
  }
  for (const family of ['pine', 'brick'] as const) {
    variables[`--mantine-color-${family}-filled`] = `var(--kf-${family}-fill)`;
    variables[`--mantine-color-${family}-filled-hover`] = `color-mix(in srgb, var(--kf-${family}-fill), black 14%)`;
  }
  return variables;
}

/** Written to a style sheet when the application is built (`vite.config.ts`): nothing is injected while it runs. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: fromTokens(),
  dark: fromTokens(),
});
