import { useLayoutEffect, useRef } from 'preact/hooks';
import temml from 'temml';

const typeset = new Map<string, Element>();

/** Temml's own elements, never its markup: a strict policy drops the styles of markup in silence. */
function mathOf(latex: string): Element {
  const known = typeset.get(latex);
  if (known !== undefined) return known;
  const frame = document.createElement('span');
  temml.render(latex, frame, { throwOnError: true, trust: ({ command }) => command === '\\data' });
  const math = frame.firstElementChild ?? frame;
  typeset.set(latex, math);
  return math;
}

/** Mathematics as MathML, typeset once for each text and copied from then on. */
export function Tex({ latex, class: name = '' }: { readonly latex: string; readonly class?: string }) {
  const place = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    place.current?.replaceChildren(mathOf(latex).cloneNode(true));
  }, [latex]);
  return <span class={`tex ${name}`} ref={place} />;
}
