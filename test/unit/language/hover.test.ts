import assert from 'node:assert/strict';
import fc from 'fast-check';
import { assertRenders, picturesIn, spoken } from './allowedMarkup';
import { badInputs } from './badInput';
import { distributions, hoverOfText, network, wideNetwork } from './texts';

const withoutTarget = network.replace(/,\s*"target": \[1\]/, '');
const withoutInput = network.replace(/,\s*"input"[^}]*/, '');

function textOf(text: string, options?: Parameters<typeof hoverOfText>[1]): string {
  const hover = hoverOfText(text, options);
  assert.ok(hover !== null);
  assertRenders(hover);
  return spoken(hover);
}

describe('the hover of a network', () => {
  it('begins with the answer and what it is of', () => {
    const [answer, of] = textOf(network).split('\n\n');
    assert.equal(answer, 'ŷ = 0.433055 ℒ = 0.160713');
    assert.equal(
      of,
      'Network 3–2–1, softplus · x = (1, 2, 3), y = 1 · gradients agree: matrix, edges, differences',
    );
  });

  it('has each gradient in a table, aligned on the point', () => {
    const text = textOf(network);
    assert.match(text, /∂ℒ\/∂w\tfrom 1\tfrom 2\tfrom 3\tbias\t/);
    assert.match(text, /layer 1, neuron 2\t 0\.116541 \t 0\.233081 \t 0\.349622 \t 0\.116541 /);
    assert.match(text, /layer 2, neuron 1\t −0\.110465 \t −0\.261690 \t\t −0\.199267 /);
  });

  it('has no column of biases where there are none', () => {
    const text = textOf('{"layers": [{"weights": [[1, 2]]}], "input": [1, 1], "target": [0]}');
    assert.match(text, /∂ℒ\/∂w\tfrom 1\tfrom 2\t\n/);
  });

  it('ends with what can be done, on the evaluated text', () => {
    const hover = hoverOfText(network) ?? '';
    const last = hover.split('\n\n').at(-1) ?? '';
    const [, command, encoded = ''] = /\(command:([\w.]+)\?([^)]*)\)/.exec(last) ?? [];
    assert.equal(command, 'nabla.showNetwork');
    assert.deepEqual(JSON.parse(decodeURIComponent(encoded)), [
      {
        uri: 'file:///exercise.nabla.json',
        range: { offset: 0, length: network.trimEnd().length },
        show: true,
      },
    ]);
    assert.match(last, /Copy gradients.*Hide pictures/);
  });

  it('draws the network with a twin in words', () => {
    const hover = hoverOfText(network) ?? '';
    const [svg = ''] = picturesIn(hover);
    assert.equal(svg.match(/<circle/g)?.length, 6);
    assert.equal(svg.match(/stroke-dasharray/g)?.length, 3);
    assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="\d+" height="\d+">/);
    assert.match(spoken(hover), /Drawing of the network 3–2–1\. Solid edges are positive/);
  });

  it('says what is missing where there is no target or no input', () => {
    assert.match(textOf(withoutTarget), /^ŷ = 0\.433055\n\n.*no target beside the input/);
    assert.match(textOf(withoutTarget), /layer 1, neuron 1\t−0\.30000\t0\.55436/);
    assert.match(textOf(withoutInput), /^Network 3–2–1, softplus · no input beside the weights/);
  });

  it('does not call a target missing that is of the wrong length', () => {
    const text = textOf('{"layers": [{"weights": [[1, 2]]}], "input": [1, 1], "target": [0, 1]}');
    assert.match(text, /The target has 2 numbers\. 1 is needed/);
    assert.doesNotMatch(text, /no target|Fractions end/);
  });

  it('leaves out what the settings turn off', () => {
    assert.doesNotMatch(textOf(network, { parts: { values: false } }), /ŷ = /);
    assert.doesNotMatch(textOf(network, { parts: { gradients: false } }), /from 1/);
    const pictureless = hoverOfText(network, { parts: { picture: false } }) ?? '';
    assert.deepEqual(picturesIn(pictureless), []);
    assert.doesNotMatch(pictureless, /Hide pictures/);
  });

  it('shows the first rows and columns of a large one and says how many more there are', () => {
    const text = textOf(wideNetwork(100, 60));
    assert.match(text, /… and 49 more rows\. … and 94 more columns\./);
    assert.ok((hoverOfText(wideNetwork(100, 60)) ?? '').length < 25_000);
  });

  it('names a kink with both derivatives and what frameworks take', () => {
    const text = textOf(
      '{"layers": [{"weights": [[1, -1]], "activation": "relu"}], "input": [1, 1], "target": [2]}',
    );
    assert.match(
      text,
      /relu of layer 1, neuron 1, has a kink at 0: the derivative is 0 on the left and 1 on the right/,
    );
    assert.match(text, /PyTorch and JAX take 0/);
  });
});

describe('the hover of one weight or bias', () => {
  it('is its derivative, its place and the product with symbols and numbers', () => {
    const [answer, of, product] = textOf(network, { focus: '0.2' }).split('\n\n');
    assert.equal(answer, '∂ℒ/∂w 21 0 = −0.118719');
    assert.equal(of, 'weight 0.2, from input 2 to neuron 1 of layer 1 · with η = 0.1 it becomes 0.211872');
    assert.equal(
      product,
      '= (ŷ − y) · φ′(s 1 2) · w 11 1 · φ′(s 1 1) · x 2\n= −0.566945 · 0.351475 · 0.7 · 0.425557 · 2',
    );
  });

  it('speaks the notation that was chosen', () => {
    const [answer, , product] = textOf(network, { focus: '0.2', notation: 'textbook' }).split('\n\n');
    assert.equal(answer, '∂ℒ/∂w 12 [1] = −0.118719');
    assert.match(product, /^= \(ŷ − y\) · g′\(z 1 \[2\]\) · w 11 \[2\] · g′\(z 1 \[1\]\) · x 2\n/);
    assert.match(
      textOf(network, { focus: '0.2', notation: 'pytorch' }),
      /^layers\.0\.weight\.grad\[0, 1\] = −0\.118719/,
    );
  });

  it('says what the optimizer of the text makes of it', () => {
    const text =
      '{"layers":[{"weights":[[3.5]]}],"input":[2],"target":[2],"optimizer":{"name":"adam","lr":0.5}}';
    // The first step of Adam is η against the sign of the gradient.
    assert.match(textOf(text, { focus: '3.5' }), /with η = 0\.5 it becomes 3\.00000/);
  });

  it('names a gradient that vanishes', () => {
    const text =
      'W1 = [2.5]\nb1 = [2]\nW2 = [-1.5]\nb2 = [-1]\nW3 = [2]\nb3 = [1.5]\nactivation = sigmoid\nx = [1]\ny = [0]';
    assert.match(textOf(text), /The gradient vanishes: layer 1 gets 0\.00031 of what leaves the output/);
  });

  it('lights the path to the loss', () => {
    const [svg = ''] = picturesIn(hoverOfText(network, { focus: '0.2' }) ?? '');
    assert.equal(svg.match(/stroke-width="8"/g)?.length, 3);
    assert.equal(svg.match(/opacity="0.45"/g)?.length, 6);
  });

  it('is there for a bias', () => {
    const text = textOf(network, { focus: '-0.2' });
    assert.match(text, /^∂ℒ\/∂b 2 1 = 0\.116541\n\nbias −0\.2 of neuron 2 of layer 1/);
  });

  it('gives way to the whole network over anything else', () => {
    assert.match(textOf(network, { focus: '"input"' }), /^ŷ = /);
    assert.match(textOf(withoutTarget, { focus: '0.2' }), /^ŷ = /);
  });

  it('puts a comma between indices of two digits', () => {
    const text = wideNetwork(12, 11);
    const number = /\[(?:[^,\]]*,){10}([^,\]]*),/.exec(text)?.[1] ?? '';
    assert.match(textOf(text, { focus: number }), /^∂ℒ\/∂w 11,1 0 = /);
  });

  it('says which derivative was taken where its path is at a kink, and only there', () => {
    const text = `{"layers": [{"weights": [[0.5, -0.25], [0.4, -0.5]], "biases": [0, 0.3], "activation": "relu"},
      {"weights": [[0.7, -0.8]]}], "input": [1, 2], "target": [1]}`;
    const said = /relu of layer 1, neuron 1, has a kink at 0: .* Nabla takes 0, from \[0, 1\]/;
    assert.match(textOf(text, { focus: '-0.25' }), said);
    assert.doesNotMatch(textOf(text, { focus: '-0.5' }), /kink/);
    assert.doesNotMatch(textOf(text, { focus: '0.7' }), /kink/);
  });
});

describe('the hover of a layer', () => {
  it('is the loss, and its matrix equations with shapes and values', () => {
    const [title, s, o, delta, weights] = textOf(network, { focus: '"activation"' }).split('\n\n');
    assert.equal(title, 'layer 1: 3 → 2, softplus ℒ = 0.160713');
    assert.equal(s, 's 1 = (W 0 b 1) 2×4 (x; 1) 4×1 = (−0.3; 1)');
    assert.equal(o, 'o 1 = φ(s 1) ≈ (0.554355; 1.31326)');
    assert.equal(delta, '∂ℒ/∂s 1 = ∂ℒ/∂o 1 2×1 ⊙ φ′(s 1) 2×1 ≈ (−0.0593597; 0.116541)');
    assert.match(weights, /^∂ℒ\/∂\(W 0 b 1\) 2×4 = \(∂ℒ\/∂o 1 ⊙ φ′\(s 1\)\) 2×1 \(x; 1\) ⊤ 1×4 ≈ /);
  });
});

describe('the hover of distributions', () => {
  it('begins with both divergences and the exact form', () => {
    const [answer, exact] = textOf(distributions).split('\n\n');
    assert.equal(answer, 'D KL(P ‖ Q) = 0.085300 nat D KL(Q ‖ P) = 0.097455 nat');
    assert.equal(exact, '= (32 ln 2 + 55 ln 3 − 50 ln 5)/25 H(P) 1.013313 · H(P, Q) 1.098612');
  });

  it('has each outcome with its terms', () => {
    assert.match(textOf(distributions), /2\t4\/25\t1\/3\t −0\.117435 \t 0\.244656 /);
  });

  it('names the outcome that makes a divergence infinite', () => {
    assert.match(
      textOf('P = [0.5, 0.5]\nQ = [1, 0]'),
      /^D KL\(P ‖ Q\) = ∞ nat.*outcome 1 has p > 0 and q = 0/s,
    );
  });

  it('has the values after normalising beside those of the numbers as given', () => {
    assert.match(textOf('P = [0.5, 0.7]\nQ = [0.5, 0.5]'), /after normalising: D KL\(P ‖ Q\) = 0\.013954/);
  });

  it('is the entropy for one alone', () => {
    assert.match(textOf('P = [0.5, 0.5]'), /^H\(P\) = 0\.693147 nat\n\n= ln 2\n\n/);
  });
});

describe('the hover of a matrix', () => {
  it('says shape, range and norm, and what it would be as weights', () => {
    const [answer, of] = textOf('[[0.1, 0.2, -0.3], [0.4, -0.5, 0.6]]').split('\n\n');
    assert.equal(answer, '2 × 3 matrix, −0.5 … 0.6, Frobenius norm 0.953939');
    assert.equal(of, 'read as JSON · rank 2 of 2, exactly · condition κ₂ = 3.79825');
    assert.match(
      textOf('[[0.1, 0.2, -0.3], [0.4, -0.5, 0.6]]'),
      /As weights: 3 sources \(columns\), 2 destinations/,
    );
  });

  it('keeps a norm that overflows or vanishes when squared', () => {
    assert.match(textOf('[[3e200, 4e200]]'), /Frobenius norm 5\.00000 × 10²⁰⁰/);
    assert.match(textOf('[[3e-200, 4e-200]]'), /Frobenius norm 5\.00000 × 10⁻²⁰⁰/);
  });

  it('is none of a few numbers in passing, in a program or in prose', () => {
    const passing = [
      'plt.figure(figsize=(8, 6))',
      'SELECT * FROM t WHERE id IN (1, 2, 3)',
      'as in [1, 2]',
      'nn.Linear(3, 4)',
      'x = None',
      'None',
      'foo(1, 2, 3)',
      '{"a": 1, "b": [1, 2]}',
    ];
    for (const text of passing) assert.equal(hoverOfText(text), null, text);
    for (const text of ['figsize = (8, 6)', '[1, 2]', 'double w[3] = {1, 2, 3};', 'see [[1, 2], [3, 4]]']) {
      assert.notEqual(hoverOfText(text), null, text);
    }
  });

  it('lists several named arrays', () => {
    assert.match(textOf('a = [1, 2]\nc = [[1, 2], [3, 4]]'), /a\tVector of 2 numbers, 1 … 2/);
  });
});

describe('the hover of an error', () => {
  it('says what, where and what helps', () => {
    const text = textOf(network.replace('"softplus"', '"sofplus"'));
    const [what, where, help] = text.split('\n\n');
    assert.equal(what, 'Unknown activation “sofplus”. Did you mean “softplus”?');
    assert.match(where ?? '', /^Line 3 .*"activation": "sofplus"/);
    assert.equal(help, 'Write “softplus”.');
  });

  it('says of the error that is pointed at what would help, and what else is wrong', () => {
    const wrong = network
      .replace('"biases": [0.1, -0.2]', '"biases": [0.1]')
      .replace('"softplus"', '"softpluss"');
    const text = textOf(wrong, { focus: 'softpluss', isDiagnosed: true });
    assert.match(text, /^Write “softplus”\.\n\nLayer 1 has 1 bias for 2 neurons\./);
    assert.doesNotMatch(text, /Unknown activation/);
  });
});

describe('every hover', () => {
  const texts = [
    network,
    withoutInput,
    withoutTarget,
    distributions,
    wideNetwork(300, 200),
    'P = [0.5, 0.5]',
    '[1, 2, 3]',
    '[[[1, 2], [3, 4]], [[5, 6], [7, 8]]]',
    JSON.stringify(
      Array.from({ length: 100 }, (_, row) => Array.from({ length: 100 }, (_, column) => row - column)),
    ),
    `P = [${Array.from({ length: 200 }, () => '1/200').join(', ')}]`,
    ...badInputs.map(({ text }) => text),
  ];

  it('renders whole in each kind of theme', () => {
    for (const text of texts) {
      for (const theme of ['light', 'dark', 'high-contrast', 'high-contrast-light'] as const) {
        const hover = hoverOfText(text, { theme, digits: 17 });
        if (hover !== null) assertRenders(hover);
      }
    }
  });

  it('shows what a person wrote as it is, whatever marks are in it', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }), (name) => {
        const text = `{"layers": [{"weights": [[1, 2]], "activation": ${JSON.stringify(name)}}], "input": [1, 2]}`;
        const hover = hoverOfText(text);
        if (hover !== null) assertRenders(hover);
      }),
    );
    const hostile = '<img src=x onerror=alert(1)> [a](command:evil) **b**';
    const hover = hoverOfText(network.replace('"softplus"', JSON.stringify(hostile))) ?? '';
    assertRenders(hover);
    assert.doesNotMatch(hover, /\]\(command:evil/);
  });
});

describe('the hover of one number', () => {
  it('says what it is worth where that is to be worked out', () => {
    assert.match(
      textOf('sqrt(2)/2'),
      /^Number sqrt\(2\)\/2\n[\s\S]*value 0\.707107 · double 0\.7071067811865476/,
    );
    assert.match(textOf('1/2 + 1/3'), /^Number 5\/6\n[\s\S]*value 5\/6 ≈ 0\.833333/);
  });

  it('is none where that is plain to see', () => {
    for (const text of ['0.5', '-3', 'x = [3]', 'f(2)', '1e-3', '"a": 2'])
      assert.equal(hoverOfText(text), null, text);
  });
});
