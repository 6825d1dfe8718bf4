import dark from '../themes/dark-modern.json';
import highContrast from '../themes/high-contrast.json';
import highContrastLight from '../themes/high-contrast-light.json';
import light from '../themes/light-modern.json';

interface Theme {
  readonly classes: readonly string[];
  readonly variables: Readonly<Record<string, string | undefined>>;
}

const themes: Readonly<Record<string, Theme>> = {
  'dark-modern': dark,
  'light-modern': light,
  'high-contrast': highContrast,
  'high-contrast-light': highContrastLight,
};

/** As VS Code does: variables on the document's element, the kind as a class of the body. */
export function applyTheme(name: string): void {
  const theme = themes[name] ?? dark;
  for (const [variable, value] of Object.entries(theme.variables)) {
    if (value !== undefined) document.documentElement.style.setProperty(variable, value);
  }
  document.body.className = theme.classes.join(' ');
}
