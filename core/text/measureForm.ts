/** What the numbers of a distribution are, where the text says so by their name. */
export type MeasureForm = 'probabilities' | 'log-probabilities' | 'logits' | 'counts';

/** `logits_q`, `log_p`, `counts1`, `joint_counts`. */
export interface NamedForm {
  readonly form: MeasureForm;
  /** Null where the name does not say whose they are. */
  readonly side: 'p' | 'q' | null;
  readonly index: number | null;
  /** A table of two variables. */
  readonly isJoint: boolean;
}

const pattern =
  /^(?:(?<before>p|q)_?)?(?<joint>joint(?:_|$))?(?<form>logits|log_?probs|log_?probabilities|log_?p(?=_?\d*$)|log_?q(?=_?\d*$)|counts|probs|probabilities)?(?:_(?<after>p|q))?_?(?<index>\d+)?$/;

/** What each of these names has in it, or a letter that may be normalised to one of theirs. */
const hint = /joint|log|count|prob|[^ -~]/i;

/** What a name says of the numbers under it; null where it says nothing that `p` and `q` do not. */
export function namedForm(name: string): NamedForm | null {
  if (!hint.test(name)) return null;
  const plain = name
    .normalize('NFKC')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replaceAll(/[\s.-]+/g, '_');
  const groups = pattern.exec(plain)?.groups;
  if (groups === undefined) return null;
  const { before, joint, form, after, index } = groups;
  if (form === undefined && joint === undefined) return null;
  if ((form === 'probs' || form === 'probabilities') && joint === undefined) return null;
  const own = /^log_?([pq])$/.exec(form ?? '')?.[1];
  const side = before ?? own ?? after;
  return {
    form: formOf(form),
    side: side === 'p' || side === 'q' ? side : null,
    index: index === undefined ? null : Number(index),
    isJoint: joint !== undefined,
  };
}

function formOf(name: string | undefined): MeasureForm {
  if (name === 'logits' || name === 'counts') return name;
  return name?.startsWith('log') === true ? 'log-probabilities' : 'probabilities';
}
