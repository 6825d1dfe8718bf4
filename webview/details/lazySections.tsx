import type { ComponentType } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { PanelProps } from '../panel';
import { Asking } from './asking';

/** Kept from the first panel that drew them. */
let known: ComponentType<PanelProps> | null = null;

/** The sections, loaded once the study above them is drawn: the drawing does not wait for what stands below it. */
export function LazySections(props: PanelProps) {
  const { failed } = useContext(Asking);
  const [Sections, show] = useState(() => known);
  useEffect(() => {
    if (Sections !== null) return;
    import('./index').then((details) => {
      known = details.Sections;
      show(() => details.Sections);
    }, failed);
  }, [Sections, failed]);
  return Sections === null ? null : <Sections {...props} />;
}
