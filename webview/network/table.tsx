import { formatWritten } from '../../core/derivation/formatNumber';
import { largestSize } from '../model/blocks';
import { keyOf, type Selection } from '../model/selection';
import { Cell } from '../parts/cell';
import { useTabStop } from '../parts/hooks';
import { CopyIcon } from '../parts/icons';
import { roveByArrows } from '../parts/roving';
import { Tex } from '../parts/tex';
import { words } from '../words';
import { Padded } from './equation';
import { lossSymbol } from './notation';
import type { Subject } from './scene';
import { gradientText, weightText } from './tableText';

/** Wider layers than this stand in tables of their own, one above the other. */
const besideFanIn = 4;
const besideWidth = 780;
/** Sources and neurons of a layer that a table shows at most. */
const most = 64;

type Which = 'weights' | 'gradient';

interface TableProps {
  readonly scene: Subject;
  readonly width: number;
  copy(text: string): void;
}

/** The drawing's twin: every weight and its derivative, with the same selection. */
export function NetworkTable({ scene, width, copy }: TableProps) {
  const { model, texts } = scene;
  const group = useTabStop<HTMLElement>(walk);
  const fanIn = Math.max(...model.layers.map((layer) => layer.fanIn));
  const cut = Math.max(...model.view.widths);
  const beside = texts === null || (fanIn <= besideFanIn && width >= besideWidth);
  const sets: readonly (readonly Which[])[] =
    texts === null ? [['weights']] : beside ? [['weights', 'gradient']] : [['weights'], ['gradient']];
  return (
    <section class="twin" aria-label={words.table.label} ref={group}>
      {sets.map((which) => (
        <div class="table-frame" key={which.join()}>
          <NumberTable scene={scene} which={which} fanIn={Math.min(most, fanIn)} narrow={width < 520} />
        </div>
      ))}
      {cut > most ? <p class="quiet">{words.table.firstOf(most, cut)}</p> : null}
      <p class="table-tools">
        <button
          type="button"
          class="text-button"
          data-rove
          tabindex={-1}
          onClick={() => copy(weightText(model))}
        >
          <CopyIcon /> {words.table.copyWeights}
        </button>
        {texts === null ? null : (
          <button
            type="button"
            class="text-button"
            data-rove
            tabindex={-1}
            onClick={() => copy(gradientText(model))}
          >
            <CopyIcon /> {words.table.copyGradient}
          </button>
        )}
      </p>
    </section>
  );
}

/** Arrows by rows and columns of the cells; along the buttons they go one by one. */
function walk(event: KeyboardEvent): void {
  const cell = event.target;
  if (!(cell instanceof HTMLTableCellElement)) {
    roveByArrows(event);
    return;
  }
  const row = cell.closest('tr');
  const direction = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (direction === 0 || row === null) {
    roveByArrows(event);
    return;
  }
  event.preventDefault();
  const group = event.currentTarget;
  if (!(group instanceof Element)) return;
  const rows = [...group.querySelectorAll('tbody tr')];
  const next = rows[rows.indexOf(row) + direction];
  const wanted = [...(next?.querySelectorAll<HTMLElement>('[data-rove]') ?? [])].reduce<HTMLElement | null>(
    (best, one) => (best === null || distance(one, cell) < distance(best, cell) ? one : best),
    null,
  );
  wanted?.focus();
}

function distance(one: HTMLElement, other: HTMLElement): number {
  return Math.abs(one.getBoundingClientRect().right - other.getBoundingClientRect().right);
}

function NumberTable({
  scene,
  which,
  fanIn,
  narrow,
}: {
  readonly scene: Subject;
  readonly which: readonly Which[];
  readonly fanIn: number;
  readonly narrow: boolean;
}) {
  const { model } = scene;
  const withBias = model.layers.some((layer) => layer.biases !== null);
  const sources = Array.from({ length: fanIn }, (_, p) => p);
  return (
    <table class="numbers">
      <thead>
        <tr>
          <td />
          {which.map((one, index) => [
            index === 0 ? null : <td class="gap" key="gap" />,
            <th
              scope="colgroup"
              key={one}
              class={which.length === 1 ? 'group-head alone' : 'group-head'}
              colSpan={fanIn + (withBias ? 1 : 0)}
            >
              {one === 'weights' ? (
                words.table.weights
              ) : (
                <>
                  {words.table.gradient} <Tex latex={lossSymbol} />
                </>
              )}
            </th>,
          ])}
        </tr>
        <tr>
          <td />
          {which.map((one, index) => [
            index === 0 ? null : <td class="gap" key={`gap ${one}`} />,
            ...sources.map((p) => (
              <th scope="col" key={`${one}${p}`}>
                {words.table.from(p + 1)}
              </th>
            )),
            withBias ? (
              <th scope="col" key={`${one} bias`}>
                {words.table.bias}
              </th>
            ) : null,
          ])}
        </tr>
      </thead>
      {model.layers.map((layer, index) => (
        <tbody key={index}>
          {Array.from({ length: Math.min(most, layer.fanOut) }, (_, to) => (
            <tr key={to}>
              <th scope="row" aria-label={words.table.row(index + 1, to + 1)}>
                {narrow ? words.table.rowShort(index + 1, to + 1) : words.table.row(index + 1, to + 1)}
              </th>
              {which.map((one, place) => [
                place === 0 ? null : <td class="gap" key={`gap ${one}`} />,
                ...sources.map((from) =>
                  from < layer.fanIn ? (
                    <NumberCell
                      key={`${one}${from}`}
                      scene={scene}
                      which={one}
                      selection={{ kind: 'weight', layer: index, from, to }}
                    />
                  ) : (
                    <td key={`${one}${from}`} />
                  ),
                ),
                !withBias ? null : layer.biases === null ? (
                  <td key={`${one} bias`} />
                ) : (
                  <NumberCell
                    key={`${one} bias`}
                    scene={scene}
                    which={one}
                    selection={{ kind: 'bias', layer: index, to }}
                  />
                ),
              ])}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

function NumberCell({
  scene,
  which,
  selection,
}: {
  readonly scene: Subject;
  readonly which: Which;
  readonly selection: Extract<Selection, { kind: 'weight' | 'bias' }>;
}) {
  const { model, texts } = scene;
  const layer = model.layers[selection.layer];
  const block = selection.kind === 'weight' ? layer.weights : layer.biases;
  const gradient = selection.kind === 'weight' ? layer.weightGradient : layer.biasGradient;
  const index = selection.kind === 'weight' ? selection.to * layer.fanIn + selection.from : selection.to;
  const key = keyOf(selection);
  const common = {
    selected: scene.selection !== null && keyOf(scene.selection) === key,
    dataKey: key,
    onSelect: () => scene.select(selection),
  };
  if (which === 'gradient') {
    return (
      <Cell
        {...common}
        value={gradient?.values[index] ?? Number.NaN}
        text={texts?.of(selection) ?? ''}
        largest={largestGradient(scene)}
      />
    );
  }
  const text = formatWritten(block?.texts[index] ?? '');
  return (
    <Cell {...common} value={block?.values[index] ?? Number.NaN} text={text} largest={largestWeight(scene)}>
      <Padded text={text} all={columnTexts(scene, selection)} />
    </Cell>
  );
}

/** All written weights of a column, or all biases, so that their points align. */
function columnTexts(
  scene: Subject,
  selection: Extract<Selection, { kind: 'weight' | 'bias' }>,
): readonly string[] {
  return scene.model.layers.flatMap(({ weights, biases, fanIn }) =>
    selection.kind === 'bias'
      ? (biases?.texts ?? [])
      : (weights?.texts.filter((_, index) => index % fanIn === selection.from) ?? []),
  );
}

function largestWeight({ model }: Subject): number {
  return Math.max(
    ...model.layers.map(({ weights, biases }) =>
      Math.max(largestSize(weights?.values ?? []), largestSize(biases?.values ?? [])),
    ),
  );
}

function largestGradient({ model }: Subject): number {
  return Math.max(
    ...model.layers.map(({ weightGradient, biasGradient }) =>
      Math.max(largestSize(weightGradient?.values ?? []), largestSize(biasGradient?.values ?? [])),
    ),
  );
}
