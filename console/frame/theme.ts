import { createTheme, type MantineColorsTuple, mergeThemeOverrides } from '@mantine/core';
import { offersFolded } from '../words/folded.ts';
import type { Language } from '../words/language.ts';

/** Ink is the colour of what can be pressed. It has no hue, because colours only show the level of a reminder. */
const ink: MantineColorsTuple = [
  '#f3f5f7',
  '#e4e8ec',
  '#c8d0d8',
  '#a8b4c0',
  '#8595a5',
  '#667789',
  '#4c5c6d',
  '#364553',
  '#1d2733',
  '#131b24',
];
const plum: MantineColorsTuple = [
  '#fbeffa',
  '#f2dcf0',
  '#e2b6de',
  '#d18dcb',
  '#c26abb',
  '#b552ac',
  '#a33f99',
  '#8a2f81',
  '#732469',
  '#5a1852',
];
const amber: MantineColorsTuple = [
  '#fff6e3',
  '#fdebc6',
  '#f9d68c',
  '#f4bf4f',
  '#e8a51f',
  '#cf8a08',
  '#a96d00',
  '#8a5800',
  '#6f4600',
  '#533400',
];

const theme = createTheme({
  fontFamily: '"Inter Variable", system-ui, sans-serif',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '18px' },
  headings: { fontFamily: '"Inter Variable", system-ui, sans-serif', fontWeight: '620' },
  colors: { ink, plum, amber },
  primaryColor: 'ink',
  primaryShade: { light: 8, dark: 6 },
  autoContrast: true,
  defaultRadius: 'sm',
  cursorType: 'pointer',
  components: {
    Button: { defaultProps: { size: 'xs' } },
    TextInput: { defaultProps: { size: 'sm' } },
    // Do not keep closed lists in the page: each would be measured and positioned when the page loads.
    Select: {
      defaultProps: { size: 'sm', filter: offersFolded, comboboxProps: { shadow: 'md', keepMounted: false } },
    },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 150, events: { hover: true, focus: true, touch: true } } },
    Modal: {
      styles: { title: { fontWeight: 620, fontSize: 16 } },
      defaultProps: { centered: true, radius: 'md', overlayProps: { backgroundOpacity: 0.35 } },
    },
    // The header of a dialog is not a header of the page.
    ModalHeader: { defaultProps: { role: 'none' } },
    DrawerHeader: { defaultProps: { role: 'none' } },
    Text: { defaultProps: { size: 'sm' } },
  },
});

/** The theme of every page: dense, calm, tabular figures, with accessible names for controls without a label. */
export function themeIn(language: Language) {
  const closeButtonProps = { 'aria-label': language === 'fr' ? 'Fermer' : 'Close' };
  const components = { Modal: { defaultProps: { closeButtonProps } }, Drawer: { defaultProps: { closeButtonProps } } };
  return mergeThemeOverrides(theme, createTheme({ components }));
}
