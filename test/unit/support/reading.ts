import assert from 'node:assert/strict';
import type { DistributionStudy } from '../../../core/divergence/distributionStudy';
import type { NetworkStudy } from '../../../core/network/networkStudy';
import { evaluate, type Study } from '../../../core/study';
import { read } from '../../../core/text';

/** The study of a document in the design's JSON. */
export function studyOf(document: object): Study {
  return evaluate(read(JSON.stringify(document)));
}

/** The study of a network that can be computed. */
export function networkStudyOf(document: object): NetworkStudy {
  const study = studyOf(document);
  assert.ok(study.kind === 'network', JSON.stringify(study.problems));
  return study;
}

/** The study of distributions that can be computed. */
export function distributionStudyOf(document: object): DistributionStudy {
  const study = studyOf(document);
  assert.ok(study.kind === 'distribution', JSON.stringify(study.problems));
  return study;
}
