import type { ActivationsAnswer, ActivationsQuestion } from './activations';
import type { BlocksAnswer, BlocksQuestion } from './blocks';
import type { BoundsAnswer, BoundsQuestion } from './bounds';
import type { ComparisonAnswer, ComparisonQuestion } from './comparison';
import type { ConventionsAnswer, ConventionsQuestion } from './conventions';
import type { ConversionAnswer, ConversionQuestion } from './conversion';
import type { DerivationAnswer, DerivationQuestion } from './derivation';
import type { DescentStepAnswer, DescentStepQuestion } from './descentStep';
import type { DiagnosisAnswer, DiagnosisQuestion } from './diagnosis';
import type { DivergenceGradientsAnswer, DivergenceGradientsQuestion } from './divergenceGradients';
import type { ExactDecimalsAnswer, ExactDecimalsQuestion } from './exactDecimals';
import type { ExactNetworkAnswer, ExactNetworkQuestion } from './exactNetwork';
import type { ExpansionAnswer, ExpansionQuestion } from './expansion';
import type { FactsAnswer, FactsQuestion } from './facts';
import type { FrameworksAnswer, FrameworksQuestion } from './frameworks';
import type { GradientCheckAnswer, GradientCheckQuestion } from './gradientCheck';
import type { HeatMapAnswer, HeatMapQuestion } from './heatMap';
import type { IncomingAnswer, IncomingQuestion } from './incoming';
import type { JointTableAnswer, JointTableQuestion } from './jointTable';
import type { LossAlongStepAnswer, LossAlongStepQuestion } from './lossAlongStep';
import type { MeasuresAnswer, MeasuresQuestion } from './measures';
import type { MomentsAnswer, MomentsQuestion } from './moments';
import type { PairwiseAnswer, PairwiseQuestion } from './pairwise';
import type { ProfileAnswer, ProfileQuestion } from './profile';
import type { ProjectionsAnswer, ProjectionsQuestion } from './projections';
import type { SecondOrderAnswer, SecondOrderQuestion } from './secondOrder';
import type { TrainingAnswer, TrainingQuestion } from './training';
import type { WouldPrintAnswer, WouldPrintQuestion } from './wouldPrint';

/**
 * What a surface asks for only when it shows it, beyond the snapshot of a study. One topic a file:
 * its question names the topic, its answer is plain JSON.
 */
export interface Details {
  readonly gradientCheck: { readonly question: GradientCheckQuestion; readonly answer: GradientCheckAnswer };
  readonly exactNetwork: { readonly question: ExactNetworkQuestion; readonly answer: ExactNetworkAnswer };
  readonly conventions: { readonly question: ConventionsQuestion; readonly answer: ConventionsAnswer };
  readonly descentStep: { readonly question: DescentStepQuestion; readonly answer: DescentStepAnswer };
  readonly conversion: { readonly question: ConversionQuestion; readonly answer: ConversionAnswer };
  readonly expansion: { readonly question: ExpansionQuestion; readonly answer: ExpansionAnswer };
  readonly derivation: { readonly question: DerivationQuestion; readonly answer: DerivationAnswer };
  readonly training: { readonly question: TrainingQuestion; readonly answer: TrainingAnswer };
  readonly lossAlongStep: { readonly question: LossAlongStepQuestion; readonly answer: LossAlongStepAnswer };
  readonly diagnosis: { readonly question: DiagnosisQuestion; readonly answer: DiagnosisAnswer };
  readonly secondOrder: { readonly question: SecondOrderQuestion; readonly answer: SecondOrderAnswer };
  readonly heatMap: { readonly question: HeatMapQuestion; readonly answer: HeatMapAnswer };
  readonly blocks: { readonly question: BlocksQuestion; readonly answer: BlocksAnswer };
  readonly incoming: { readonly question: IncomingQuestion; readonly answer: IncomingAnswer };
  readonly frameworks: { readonly question: FrameworksQuestion; readonly answer: FrameworksAnswer };
  readonly facts: { readonly question: FactsQuestion; readonly answer: FactsAnswer };
  readonly moments: { readonly question: MomentsQuestion; readonly answer: MomentsAnswer };
  readonly activations: { readonly question: ActivationsQuestion; readonly answer: ActivationsAnswer };
  readonly comparison: { readonly question: ComparisonQuestion; readonly answer: ComparisonAnswer };
  readonly profile: { readonly question: ProfileQuestion; readonly answer: ProfileAnswer };
  readonly projections: { readonly question: ProjectionsQuestion; readonly answer: ProjectionsAnswer };
  readonly pairwise: { readonly question: PairwiseQuestion; readonly answer: PairwiseAnswer };
  readonly bounds: { readonly question: BoundsQuestion; readonly answer: BoundsAnswer };
  readonly divergenceGradients: {
    readonly question: DivergenceGradientsQuestion;
    readonly answer: DivergenceGradientsAnswer;
  };
  readonly exactDecimals: { readonly question: ExactDecimalsQuestion; readonly answer: ExactDecimalsAnswer };
  readonly jointTable: { readonly question: JointTableQuestion; readonly answer: JointTableAnswer };
  readonly measures: { readonly question: MeasuresQuestion; readonly answer: MeasuresAnswer };
  readonly wouldPrint: { readonly question: WouldPrintQuestion; readonly answer: WouldPrintAnswer };
}

export type Topic = keyof Details;

export type DetailQuestion<Name extends Topic = Topic> = {
  readonly [Key in Name]: Details[Key]['question'] & { readonly topic: Key };
}[Name];

export type DetailAnswer<Name extends Topic = Topic> = {
  readonly [Key in Name]: Details[Key]['answer'];
}[Name];
