const superscript: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789-−+()ijklpt'].map((plain, index) => [plain, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁺⁽⁾ⁱʲᵏˡᵖᵗ'][index]]),
);

const subscript: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789ijklpt'].map((plain, index) => [plain, [...'₀₁₂₃₄₅₆₇₈₉ᵢⱼₖₗₚₜ'][index]]),
);

/** Several indices as one text: close together where each is one character, else with commas. */
export function indices(parts: readonly string[]): string {
  return parts.join(parts.every((part) => part.length === 1) ? '' : ',');
}

/** Raised characters of Unicode, or null where it does not have them all. */
export function raised(text: string): string | null {
  return mapped(text, superscript);
}

/** Lowered characters of Unicode, or `_{…}` where it does not have them all; nothing of nothing. */
export function loweredCorner(text: string): string {
  return text === '' ? '' : (mapped(text, subscript) ?? `_${braced(text)}`);
}

/** Raised characters of Unicode, or `^{…}` where it does not have them all; nothing of nothing. */
export function raisedCorner(text: string): string {
  return text === '' ? '' : (raised(text) ?? `^${braced(text)}`);
}

function mapped(text: string, table: Readonly<Record<string, string>>): string | null {
  const characters = [...text].map((character) => table[character]);
  return characters.includes(undefined as unknown as string) ? null : characters.join('');
}

function braced(text: string): string {
  return text.length === 1 || text.startsWith('[') ? text : `{${text}}`;
}
