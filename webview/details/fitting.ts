/** How small an equation may become before it scrolls: 15 of 21 units, the least that a page sets. */
const smallest = 0.7;

/**
 * Sets the parts of equations that are wider than their list smaller, now and whenever its width changes or
 * a step is opened. Ends with what it returns.
 */
export function keepFitting(list: HTMLElement): () => void {
  const refit = () => fitParts(list);
  const observer = new ResizeObserver(refit);
  observer.observe(list);
  // Of a step; it does not bubble.
  list.addEventListener('toggle', refit, true);
  refit();
  return () => {
    observer.disconnect();
    list.removeEventListener('toggle', refit, true);
  };
}

function fitParts(list: HTMLElement): void {
  const parts = [...list.querySelectorAll<HTMLElement>('.step-line .tex')];
  for (const part of parts) part.style.removeProperty('--fit');
  // All are measured before any is changed, so that the page is laid out once.
  const scales = parts.map((part) => {
    const room = roomOf(part.parentElement);
    const width = part.offsetWidth;
    return width > room && room > 0 ? Math.max(smallest, room / width) : 1;
  });
  parts.forEach((part, index) => {
    if (scales[index] < 1) part.style.setProperty('--fit', String(scales[index]));
  });
}

/** What a line has inside its padding; 0 while it is not shown. */
function roomOf(line: Element | null): number {
  if (line === null) return 0;
  const { paddingLeft, paddingRight } = getComputedStyle(line);
  return line.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
}
