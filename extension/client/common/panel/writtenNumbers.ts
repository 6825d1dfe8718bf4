import type { Span } from '../../../../core/problem';
import type { StudyView, WrittenBlock } from '../../../protocol/studyView';

/** The numbers of a study that stand in the text, for finding the one at the cursor. */
export interface WrittenNumbers {
  /** The number that a cursor at that offset touches, its ends included; null where there is none. */
  at(offset: number): Span | null;
  /** Whether exactly that stretch of text is one of the numbers. */
  has(span: Span): boolean;
}

export function writtenNumbers(view: StudyView): WrittenNumbers {
  const spans = writtenBlocks(view)
    .flatMap(({ starts, ends }) => starts.map((start, index) => [start, ends[index] ?? start] as const))
    .sort(([first], [second]) => first - second);

  function at(offset: number): Span | null {
    let low = 0;
    let high = spans.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const span = spans[middle];
      if (span !== undefined && span[1] < offset) low = middle + 1;
      else high = middle;
    }
    const found = spans[low];
    if (found === undefined || found[0] > offset) return null;
    return { offset: found[0], length: found[1] - found[0] };
  }

  return {
    at,
    has(span) {
      const found = at(span.offset + span.length);
      return found !== null && found.offset === span.offset && found.length === span.length;
    },
  };
}

type Places = Pick<WrittenBlock, 'starts' | 'ends'>;

function writtenBlocks(view: StudyView): readonly Places[] {
  switch (view.kind) {
    case 'network':
      return present([
        ...view.layers.flatMap(({ weights, biases }) => [weights, biases]),
        view.input,
        view.target,
      ]);
    case 'distribution':
      return present([view.p, view.q]);
    case 'matrix':
      return present([view.block]);
    case 'matrices':
      return present(view.matrices.map(({ block }) => block));
    case 'continuous':
    case 'activation':
    case 'error':
      return [];
  }
}

function present(blocks: readonly (Places | null)[]): readonly Places[] {
  return blocks.filter((block) => block !== null);
}
