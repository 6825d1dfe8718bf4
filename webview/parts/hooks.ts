import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { focusMember, keepTabStop, membersOf, roveByArrows } from './roving';

/** One thirteenth of the font's size: the unit of every length in the panel. */
function unit(): number {
  return (Number.parseFloat(getComputedStyle(document.body).fontSize) || 13) / 13;
}

/** The element's width in units of 1/13 of the font's size; null before it was measured. */
export function useWidth<Element extends HTMLElement>(): readonly [RefObject<Element | null>, number | null] {
  const place = useRef<Element>(null);
  const [width, setWidth] = useState<number | null>(null);
  useLayoutEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const measure = () => {
      // A hidden view has no width; what was drawn for the last one stays.
      if (element.clientWidth > 0) setWidth(Math.floor(element.clientWidth / unit()));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [place, width];
}

/** One tab stop for the group, and inside it the keys that `keys` knows: by default the arrows. */
export function useTabStop<Group extends HTMLElement>(
  keys: (event: KeyboardEvent) => void = roveByArrows,
): RefObject<Group | null> {
  const place = useRef<Group>(null);
  const latest = useRef(keys);
  latest.current = keys;
  useLayoutEffect(() => {
    if (place.current !== null) keepTabStop(place.current);
  });
  useLayoutEffect(() => {
    const group = place.current;
    if (group === null) return undefined;
    const pressed = (event: KeyboardEvent) => latest.current(event);
    const focused = (event: FocusEvent) => {
      const members = membersOf(group);
      const member = members.find((one) => one === event.target);
      if (member !== undefined && member.getAttribute('tabindex') !== '0') focusMember(members, member);
    };
    group.addEventListener('keydown', pressed);
    group.addEventListener('focusin', focused);
    return () => {
      group.removeEventListener('keydown', pressed);
      group.removeEventListener('focusin', focused);
    };
  }, []);
  return place;
}
