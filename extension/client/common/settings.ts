import { ColorThemeKind, env, window, workspace } from 'vscode';
import { type NotationName, notationNames } from '../../../core/derivation/notations/names';
import type { KinkRule } from '../../../core/network/kinkRule';
import type { HoverParts, ThemeKind } from '../../protocol/requests';

export interface HoverSettings {
  readonly enabled: boolean;
  readonly everywhere: boolean;
  readonly parts: HoverParts;
}

export function hoverSettings(): HoverSettings {
  const settings = workspace.getConfiguration('nabla.hover');
  return {
    enabled: settings.get('enabled', true),
    everywhere: settings.get('everywhere', false),
    parts: {
      values: settings.get('values', true),
      gradients: settings.get('gradients', true),
      picture: settings.get('picture', true),
    },
  };
}

/** Significant digits of computed numbers, between 2 and 17. */
export function significantDigits(): number {
  const digits = workspace.getConfiguration('nabla').get('digits', 6);
  return Number.isFinite(digits) ? Math.min(17, Math.max(2, Math.round(digits))) : 6;
}

/** Whether numbers for people have a comma for their decimal mark. */
export function decimalComma(): boolean {
  const wanted = workspace.getConfiguration('nabla').get('decimalComma');
  return wanted === 'on' || (wanted === 'auto' && displayLanguage() === 'fr');
}

/** The derivative at a kink: of least magnitude between the one-sided ones, or what PyTorch returns. */
export function kinkRule(): KinkRule {
  return workspace.getConfiguration('nabla').get('kinks') === 'pytorch' ? 'pytorch' : 'least-magnitude';
}

/** The notation of equations; the sheet's where the setting names none. */
export function notationName(): NotationName {
  const wanted = workspace.getConfiguration('nabla').get('notation');
  return notationNames.find((name) => name === wanted) ?? 'sheet';
}

export function followsSelection(): boolean {
  return workspace.getConfiguration('nabla').get('panel.followSelection', true);
}

export function displayLanguage(): 'en' | 'fr' {
  return env.language.toLowerCase().startsWith('fr') ? 'fr' : 'en';
}

export function themeKind(): ThemeKind {
  switch (window.activeColorTheme.kind) {
    case ColorThemeKind.Light:
      return 'light';
    case ColorThemeKind.Dark:
      return 'dark';
    case ColorThemeKind.HighContrast:
      return 'high-contrast';
    case ColorThemeKind.HighContrastLight:
      return 'high-contrast-light';
  }
}
