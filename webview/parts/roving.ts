/**
 * One tab stop for a group: the element that was last focused keeps `tabindex` 0, the others have
 * -1, and arrows move between them. Elements carry `data-rove`.
 */
export function roveByArrows(event: KeyboardEvent, columns = 1): void {
  const group = event.currentTarget;
  const from = event.target;
  if (!(group instanceof Element) || !(from instanceof Element)) return;
  const members = membersOf(group);
  const index = members.indexOf(from);
  if (index < 0) return;
  const next = (() => {
    switch (event.key) {
      case 'ArrowRight':
        return index + 1;
      case 'ArrowLeft':
        return index - 1;
      case 'ArrowDown':
        return index + columns;
      case 'ArrowUp':
        return index - columns;
      case 'Home':
        return 0;
      case 'End':
        return members.length - 1;
      default:
        return null;
    }
  })();
  if (next === null) return;
  event.preventDefault();
  focusMember(members, members[next]);
}

export function membersOf(group: Element): readonly Element[] {
  return [...group.querySelectorAll('[data-rove]')];
}

export function focusMember(members: readonly Element[], wanted: Element | undefined): void {
  if (!(wanted instanceof HTMLElement || wanted instanceof SVGElement)) return;
  for (const member of members) member.setAttribute('tabindex', member === wanted ? '0' : '-1');
  wanted.focus();
}

/** Keeps exactly one member of the group in the order of Tab: the focused one, else the first. */
export function keepTabStop(group: Element): void {
  const members = membersOf(group);
  const current = members.find((member) => member.getAttribute('tabindex') === '0');
  const focused = members.find((member) => member === document.activeElement);
  const chosen =
    focused ??
    current ??
    members.find((member) => member.getAttribute('aria-pressed') === 'true') ??
    members[0];
  for (const member of members) member.setAttribute('tabindex', member === chosen ? '0' : '-1');
}
