import type { DecimalMark } from '../../../core/derivation/decimalMark';
import type { KinkRule } from '../../../core/network/kinkRule';
import type { HintKinds } from '../../language/hints';
import type { Language } from '../../language/words/words';
import type { ServerSettings } from '../../protocol/requests';

/** The settings that the server's own answers depend on, each checked: a person may write anything. */
export interface Settings {
  readonly kinks: KinkRule;
  readonly decimalMark: DecimalMark;
  /** Significant digits of computed numbers. */
  readonly digits: number;
  readonly codeLens: boolean;
  readonly hints: HintKinds;
}

export function settingsOf(given: ServerSettings | undefined, language: Language): Settings {
  const { kinks, decimalComma, digits, codeLens, inlayHints } = given?.nabla ?? {};
  const wanted = Number(digits ?? Number.NaN);
  return {
    kinks: kinks === 'pytorch' ? 'pytorch' : 'least-magnitude',
    decimalMark: decimalComma === 'on' || (decimalComma === 'auto' && language === 'fr') ? ',' : '.',
    digits: Number.isFinite(wanted) ? Math.min(17, Math.max(2, Math.round(wanted))) : 6,
    codeLens: codeLens?.enabled !== false,
    hints: {
      shapes: inlayHints?.shapes !== false,
      divergence: inlayHints?.divergence !== false,
      neurons: inlayHints?.neurons === true,
      gradients: inlayHints?.gradients === true,
    },
  };
}
