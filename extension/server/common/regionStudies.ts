import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../../../core/problem';
import type { Study } from '../../../core/study';
import { regionsOf } from '../../language/regions';
import type { Settings } from './settings';
import type { Studies } from './studies';

/** One value of a document and the part of it that it was read from; none is all of it. */
export interface RegionStudy {
  readonly within: readonly Span[];
  readonly study: Study;
}

/** The studies of a document, from its first value to its last. Rejects with `Cancelled`. */
export async function regionStudies(
  studies: Studies,
  document: TextDocument,
  { kinks }: Settings,
  isCancelled: () => boolean,
): Promise<readonly RegionStudy[]> {
  const { uri, version, languageId } = document;
  const text = document.getText();
  const found: RegionStudy[] = [];
  for (const region of regionsOf(text, languageId)) {
    const within = region.length === text.length ? [] : [region];
    const key = { uri, version, text, within, as: 'auto', kinks, choices: {} } as const;
    found.push({ within, study: await studies.get(key, isCancelled) });
  }
  return found;
}
