/** A token's colour as a canvas draws it: red, green, blue and opacity, 0 to 255. */
export function tokenColour(element: Element, token: string): readonly number[] {
  const probe = document.createElement('span');
  probe.style.color = `color-mix(in srgb, var(${token}) 100%, transparent)`;
  element.parentElement?.append(probe);
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext('2d');
  if (context === null) return [0, 0, 0];
  context.fillStyle = getComputedStyle(probe).color;
  context.fillRect(0, 0, 1, 1);
  probe.remove();
  return [...context.getImageData(0, 0, 1, 1).data];
}
