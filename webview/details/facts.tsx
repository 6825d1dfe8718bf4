import { alignDecimals, formatNumber } from '../../core/derivation/formatNumber';
import { outcomeName } from '../../core/divergence/outcomeName';
import type { FactsAnswer, HypothesisAnswer } from '../../extension/protocol/details/facts';
import type { StudyView } from '../../extension/protocol/studyView';
import { fromWire } from '../../extension/protocol/wire';
import { decodeContinuous } from '../continuous/continuousModel';
import { decodeDistribution } from '../distribution/distributionModel';
import { logarithm } from '../distribution/notation';
import { Tex } from '../parts/tex';
import { words } from '../words';
import { JensenPicture } from './jensenPicture';
import { Answered } from './section';
import type { SectionEntry, SectionProps } from './sectionEntry';

const said = words.details.facts;

export const facts: SectionEntry = {
  topic: 'facts',
  title: (study) =>
    (study.kind === 'distribution' || study.kind === 'continuous') && study.q !== null ? said.title : null,
  Body: FactsBody,
};

/** KL = H(P, Q) − H(P), Jensen, KL ≥ 0: each with its hypotheses on the numbers at hand. */
function FactsBody({ study, state }: SectionProps) {
  return (
    <Answered
      study={study}
      question={{ topic: 'facts' }}
      draw={(answer) => {
        const text = textsOf(study, state.digits);
        return (
          <div class="facts">
            <Identity answer={answer} digits={state.digits} text={text} />
            <Jensen answer={answer} digits={state.digits} text={text} />
            <Gibbs answer={answer} digits={state.digits} text={text} />
          </div>
        );
      }}
    />
  );
}

type Shown = 'crossEntropyPQ' | 'entropyP' | 'klPQ';

interface FactProps {
  readonly answer: FactsAnswer;
  readonly digits: number;
  /** A measure as it stands everywhere in the view. */
  text(name: Shown): string;
}

function textsOf(study: StudyView, digits: number): (name: Shown) => string {
  switch (study.kind) {
    case 'distribution': {
      const model = decodeDistribution(study, digits);
      return (name) => model.text(name) ?? '';
    }
    case 'continuous': {
      const model = decodeContinuous(study, digits);
      return (name) => model.text(name) ?? '';
    }
    default:
      return () => '';
  }
}

/** −ln E X, of which 0 is the ordinary case. */
function boundText(ofMean: number, digits: number): string {
  return ofMean === 0 ? '0' : formatNumber(ofMean, digits);
}

const divergence = 'D_{\\mathrm{KL}}(P \\,\\|\\, Q)';

function Identity({ answer: { identity }, text }: FactProps) {
  const { crossEntropy, entropy, hypotheses, exact } = identity;
  const isInfinite = fromWire(crossEntropy) === Number.POSITIVE_INFINITY;
  const isUndefined = isInfinite && fromWire(entropy) === Number.POSITIVE_INFINITY;
  return (
    <section class="fact">
      <h3>{said.identity}</h3>
      <p class="fact-formula">
        <Tex latex={`${divergence} = H(P, Q) - H(P)`} />
      </p>
      {isUndefined ? (
        <p>{said.undefinedDifference}</p>
      ) : (
        <p class="fact-numbers">
          {text('crossEntropyPQ')} − {bracketed(text('entropyP'))} = <strong>{text('klPQ')}</strong>
          {!isInfinite ? null : <span class="quiet"> {said.infiniteDifference}</span>}
        </p>
      )}
      {exact === null || exact.crossEntropy.length + exact.entropy.length > 120 ? null : (
        <p class="fact-numbers quiet">
          {said.exactly} {exact.crossEntropy} − {bracketed(exact.entropy)} = {exact.divergence}
        </p>
      )}
      <Hypotheses list={hypotheses} />
    </section>
  );
}

function Jensen({ answer, digits, text }: FactProps) {
  const { base, jensen } = answer;
  const { mean, ofMean, hypotheses, isEqual } = jensen;
  const log = logarithm(base);
  return (
    <section class="fact">
      <h3>{said.jensen}</h3>
      <p class="fact-formula">
        <Tex
          latex={`-${log} \\mathbb{E}_P\\!\\left[\\tfrac{q}{p}\\right] \\le \\mathbb{E}_P\\!\\left[-${log} \\tfrac{q}{p}\\right]`}
        />
      </p>
      <p class="fact-numbers">
        {boundText(fromWire(ofMean), digits)} {isEqual === true ? '=' : '≤'} <strong>{text('klPQ')}</strong>
        <span class="quiet">
          {' '}
          E X = {fromWire(mean) === 1 ? '1' : formatNumber(fromWire(mean), digits)}. {said.mean}
        </span>
      </p>
      <Hypotheses list={hypotheses} />
      {isEqual === null ? null : <p>{isEqual ? said.equalJensen : said.strictJensen}</p>}
      <div class="jensen">
        <JensenPicture
          answer={answer}
          digits={digits}
          divergence={fromWire(ofMean) === 0 ? text('klPQ') : null}
        />
        <Points answer={answer} digits={digits} />
      </div>
    </section>
  );
}

/** The table twin of the picture. */
function Points({ answer: { base, jensen }, digits }: Omit<FactProps, 'text'>) {
  const { points, places, outcomeNames } = jensen;
  if (points.length === 0) return null;
  const column = (values: readonly number[]) => alignDecimals(values, digits);
  const at = column(points.map((point) => fromWire(point.at)));
  const weights = column(points.map(({ weight }) => fromWire(weight)));
  const ratios = column(points.map(({ x }) => fromWire(x)));
  const values = column(points.map(({ y }) => fromWire(y)));
  const name = (index: number) => {
    if (places === 'line') return at[index];
    const outcome = fromWire(points[index].at);
    return places === 'integers' ? String(outcome) : outcomeName(outcome, outcomeNames);
  };
  return (
    <div class="table-frame">
      <table class="numbers compact">
        <thead>
          <tr>
            <th scope="col">{places === 'line' ? said.place : said.outcome}</th>
            {places === 'line' ? null : (
              <th scope="col">
                <Tex latex="p" />
              </th>
            )}
            <th scope="col">
              <Tex latex="q/p" />
            </th>
            <th scope="col">
              <Tex latex={`-${logarithm(base)}(q/p)`} />
            </th>
          </tr>
        </thead>
        <tbody>
          {points.map((point, index) => (
            <tr key={point.at}>
              <th scope="row">{name(index)}</th>
              {places === 'line' ? null : <td>{weights[index]}</td>}
              <td>{ratios[index]}</td>
              <td>{values[index]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {places === 'line' ? <p class="quiet">{said.points(points.length)}</p> : null}
    </div>
  );
}

function Gibbs({ answer: { base, gibbs, jensen }, digits, text }: FactProps) {
  const { hypotheses, isEqual } = gibbs;
  const holds = hypotheses.every((hypothesis) => hypothesis.holds === true);
  const bound = boundText(fromWire(jensen.ofMean), digits);
  const equality = isEqual === null ? said.undecided : isEqual ? said.equal : said.different;
  return (
    <section class="fact">
      <h3>{said.gibbs}</h3>
      <p class="fact-formula">
        <Tex latex={`${divergence} \\ge -${logarithm(base)} Q(p > 0) \\ge 0`} />
      </p>
      <p class="fact-numbers">
        <strong>{text('klPQ')}</strong> ≥ {bound}
        {holds && bound !== '0' ? ' ≥ 0' : ''}
      </p>
      <Hypotheses list={hypotheses} />
      <p>{holds ? equality : said.needsSums}</p>
    </section>
  );
}

/** Ticked or crossed; the mark is named for those who hear it. */
function Hypotheses({ list }: { readonly list: readonly HypothesisAnswer[] }) {
  return (
    <ul class="hypotheses">
      {list.map(({ name, holds }) => (
        <li key={name} class={holds === false ? 'fails' : undefined}>
          <span class="mark" role="img" aria-label={said.marks(holds)}>
            {holds === null ? '?' : holds ? '✓' : '✗'}
          </span>{' '}
          {said.hypothesis(name, holds)}
        </li>
      ))}
    </ul>
  );
}

/** A term with a sign or a sum in it. */
function bracketed(text: string): string {
  const isQuotient = /^\([^()]*\)\/\d+$/.test(text);
  return !isQuotient && /^[−-]|[+−] /.test(text) ? `(${text})` : text;
}
