/** Brackets within brackets beyond this are refused. */
export const deepest = 64;

/** What was noticed about the way an array is written, from which its notation is told. */
export interface ArrayForm {
  readonly opener: string;
  /** The first bracket inside outer parentheses, or what follows them. */
  readonly inner: string;
  readonly commas: boolean;
  readonly rowSeparators: boolean;
  readonly trailingComma: boolean;
}
