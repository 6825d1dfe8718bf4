import { curvesOf } from '../../../core/divergence/continuous/curves';
import { type Projection, projectionsSteps } from '../../../core/divergence/continuous/projections';
import { normal } from '../../../core/divergence/families/normal';
import { normalDensity } from '../../../core/numeric/normal';
import type { Steps } from '../../../core/steps';
import type {
  ProjectionAnswer,
  ProjectionsAnswer,
  ProjectionsQuestion,
} from '../../protocol/details/projections';
import { toWire } from '../../protocol/wire';
import type { DetailContext } from './context';

/** Forward against reverse KL, as the normals that each takes for P. */
export function* projectionsDetailSteps(
  _question: ProjectionsQuestion,
  { evaluation: { study } }: DetailContext,
): Steps<ProjectionsAnswer | null> {
  if (study.kind !== 'continuous' || study.p.distribution.kind !== 'continuous') return null;
  const { distribution, integral } = study.p;
  const { base } = study.reading;
  const { forward, reverse } = yield* projectionsSteps(distribution, integral);
  const beside = forward ?? reverse;
  const curves = curvesOf(distribution, beside === null ? null : normal.create(beside), base);
  const x = curves?.x ?? [];
  const drawn = (projection: Projection | null) =>
    projection === null
      ? null
      : x.map((at) => toWire(normalDensity((at - projection.loc) / projection.scale) / projection.scale));
  return {
    base,
    forward: answerOf(forward, base),
    reverse: answerOf(reverse, base),
    curves:
      curves === null
        ? null
        : {
            x,
            p: curves.p.map((value) => toWire(value / integral)),
            forward: drawn(forward),
            reverse: drawn(reverse),
          },
  };
}

function answerOf(projection: Projection | null, base: number): ProjectionAnswer | null {
  if (projection === null) return null;
  const unit = base === Math.E ? 1 : Math.log(base);
  const { loc, scale, forward, reverse } = projection;
  return {
    loc: toWire(loc),
    scale: toWire(scale),
    forward: toWire(forward / unit),
    reverse: toWire(reverse / unit),
  };
}
