import { useMemo } from 'preact/hooks';
import type { ProfileAnswer } from '../../extension/protocol/details/profile';
import { fromWire } from '../../extension/protocol/wire';
import { useDetail } from '../details/useDetail';
import type { Actions } from '../model/actions';
import { words } from '../words';
import { Charts } from './charts';
import type { DistributionModel } from './distributionModel';

/** The charts of more outcomes than have room: each bar and each step is the sum of some neighbours. */
export function Profile({
  model,
  width,
  actions,
}: {
  readonly model: DistributionModel;
  readonly width: number;
  readonly actions: Actions;
}) {
  const detail = useDetail<'profile'>(model.view, { topic: 'profile' });
  const answer = detail.state === 'failed' ? null : detail.answer;
  const grouped = useMemo(() => (answer === null ? null : groupsOf(model, answer)), [model, answer]);
  if (answer === null || grouped === null) return null;
  return (
    <>
      <Charts model={grouped} width={width} each={answer.each} actions={actions} />
      <p class="quiet">{words.distribution.groups(answer.each)}</p>
    </>
  );
}

/** The groups as if they were the outcomes. They stand in the text where the first of them does. */
function groupsOf(model: DistributionModel, { each, p, q, term }: ProfileAnswer): DistributionModel {
  const { view } = model;
  const firsts = p.map((_, group) => group * each);
  const measure = (of: typeof view.p) => ({
    ...of,
    texts: firsts.map(() => ''),
    starts: firsts.flatMap((first) => of.starts[first] ?? []),
    ends: firsts.flatMap((first) => of.ends[first] ?? []),
  });
  const terms = term?.map(fromWire) ?? null;
  const texts = firsts.map(() => '');
  const groupsWithout = firsts.flatMap((_, group) => (Number.isFinite(terms?.[group] ?? 0) ? [] : [group]));
  return {
    ...model,
    view: { ...view, p: measure(view.p), q: view.q === null ? null : measure(view.q) },
    p: p.map(fromWire),
    q: q?.map(fromWire) ?? null,
    terms: terms === null ? null : { klPQ: terms, klQP: [], logRatio: [] },
    termTexts: terms === null ? null : { klPQ: texts, klQP: [], logRatio: [] },
    unsupported: { PQ: groupsWithout, QP: [] },
  };
}
