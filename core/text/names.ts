import { onFirstUse } from './onFirstUse';

const pathOfPart = onFirstUse(() => /^([\p{L}_][\p{L}\d_.]*)\.(weight|bias|activation)$/u);
const letterOfPart = onFirstUse(() => /^([wb])_([\p{L}][\p{L}\d_]*)$/u);

/** What a key or an assigned name stands for, by the field's usual names. */
export type Role =
  | 'layers'
  | 'weights'
  | 'kernel'
  | 'biases'
  | 'activation'
  | 'input'
  | 'target'
  | 'loss'
  | 'reduction'
  | 'learningRate'
  | 'optimizer'
  | 'p'
  | 'q'
  | 'base';

const rolesByName: ReadonlyMap<string, Role> = new Map<string, Role>([
  ['layers', 'layers'],
  ['weights', 'weights'],
  ['weight', 'weights'],
  ['w', 'weights'],
  ['kernel', 'kernel'],
  ['biases', 'biases'],
  ['bias', 'biases'],
  ['b', 'biases'],
  ['activation', 'activation'],
  ['phi', 'activation'],
  ['φ', 'activation'],
  ['input', 'input'],
  ['inputs', 'input'],
  ['x', 'input'],
  ['target', 'target'],
  ['targets', 'target'],
  ['y', 'target'],
  ['loss', 'loss'],
  ['criterion', 'loss'],
  ['loss_fn', 'loss'],
  ['loss_function', 'loss'],
  ['reduction', 'reduction'],
  ['learningrate', 'learningRate'],
  ['learning_rate', 'learningRate'],
  ['lr', 'learningRate'],
  ['eta', 'learningRate'],
  ['η', 'learningRate'],
  ['optimizer', 'optimizer'],
  ['optimiser', 'optimizer'],
  ['p', 'p'],
  ['q', 'q'],
  ['base', 'base'],
]);

const documentKeys = ['gradient', 'direction', 'covector', 'dialect', 'dtype', 'alpha', 'out_activation_'];

/** Keys of a document in JSON that no assigned name stands for. */
export function isDocumentKey(key: string): boolean {
  return documentKeys.includes(key);
}

/** A name split into what it names and which one: `W_1` is weights 1, `P(0)` is p 0. */
export interface ParsedName {
  readonly role: Role | null;
  readonly index: number | null;
  /** The module of a key of a state dict: `fc1` of `fc1.weight`. Left out of other names. */
  readonly module?: string;
}

/** Names come again and again, and each is asked for in several places. */
const parsed = new Map<string, ParsedName>();
const mostParsed = 1_000;

/** Letters, and digits behind them: the form of most names, of which a table of outcomes may have very many. */
const plainName = /^([A-Za-z]+)(\d*)$/;

export function parseName(name: string): ParsedName {
  const plain = plainName.exec(name);
  if (plain !== null) {
    const [, letters = '', digits = ''] = plain;
    const index = digits === '' ? null : Number(digits);
    return { role: rolesByName.get(letters.toLowerCase()) ?? null, index };
  }
  const known = parsed.get(name);
  if (known !== undefined) return known;
  if (parsed.size >= mostParsed) parsed.clear();
  const result = parseAnew(name);
  parsed.set(name, result);
  return result;
}

/** Where a layer stands, as `W_hidden` and `b_out` say it. */
const partNames = /^(?:in|input|hidden|hid|out|output|first|second|third|last|final|h|o|xh|hh|hy|ih|ho)\d*$/;

function parseAnew(name: string): ParsedName {
  // `W[2][3]` declares a size, as C writes it.
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    // A formula in a text opens with a dollar, and a program's network is an object.
    .replace(/^\$+/, '')
    .replace(/^(?:self|this)\.(?=[^.]+$)/, '')
    .replace(/\([a-z]\s*=\s*/, '(')
    .replace(/(?:\[\d*\]){2,}$|\[\]$/, '');
  const whole = rolesByName.get(plain);
  if (whole !== undefined) return { role: whole, index: null };
  // `0.weight` and `fc1.bias` are keys of a state dict of PyTorch; in a program `model[0].weight.data` is the first.
  const path = plain
    .replace(/(weight|bias)\.data$/, '$1')
    .replace(/\[(\d+)\](?=.*\.(?:weight|bias)$)/g, '.$1');
  const key = /^(?:.*\D)?(\d+)(?:\.[a-z_]+)?\.(weight|bias|kernel|activation)$/.exec(path);
  if (key !== null) {
    const module = path.slice(0, path.lastIndexOf('.'));
    return { role: rolesByName.get(key[2] ?? '') ?? null, index: Number(key[1]), module };
  }
  const named = pathOfPart().exec(path);
  if (named !== null) {
    return { role: rolesByName.get(named[2] ?? '') ?? null, index: null, module: named[1] ?? '' };
  }
  const part = letterOfPart().exec(plain);
  if (part !== null && partNames.test(part[2] ?? ''))
    return { role: rolesByName.get(part[1] ?? '') ?? null, index: null, module: part[2] ?? '' };
  const parts = /^(.*?)[_^]?[{([]{0,2}(\d+)[)\]}]{0,2}$/.exec(plain);
  if (parts === null) return { role: null, index: null };
  return { role: rolesByName.get(parts[1] ?? '') ?? null, index: Number(parts[2]) };
}
