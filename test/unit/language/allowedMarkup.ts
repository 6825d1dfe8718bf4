import assert from 'node:assert/strict';

/** Tags that VS Code's Markdown sanitiser keeps and that Nabla writes, with the attributes that each may have. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  strong: [],
  var: [],
  sub: [],
  sup: [],
  code: [],
  br: [],
  table: [],
  thead: [],
  tbody: [],
  tr: [],
  th: ['align'],
  td: ['align'],
  span: ['style'],
  img: ['src', 'width', 'height', 'alt'],
};

/** The one form of a style that the sanitiser keeps. */
const style = /^(color:#[0-9a-f]{6};)?(background-color:#[0-9a-f]{6};)?$/;

const commands = [
  'nabla.showNetwork',
  'nabla.computeDivergence',
  'nabla.evaluateSelection',
  'nabla.copyResult',
  'workbench.action.openSettings',
];

/** Asserts that a hover shows whole in VS Code: only markup that is rendered, nested rightly, and links of ours. */
export function assertRenders(markdown: string): void {
  assert.ok(markdown.length < 80_000, `${markdown.length} characters`);
  const open: string[] = [];
  for (const [tag, closing = '', name = '', attributes = ''] of markdown.matchAll(
    /<(\/?)([a-z]+)([^>]*)>/g,
  )) {
    const known = allowed[name];
    assert.ok(known, `${tag} is not kept`);
    if (closing === '/') {
      assert.equal(open.pop(), name, `${tag} closes another tag`);
      continue;
    }
    for (const [, attribute = '', value = ''] of attributes.matchAll(/([a-z]+)="([^"]*)"/g)) {
      assert.ok(known.includes(attribute), `${attribute} of ${name} is not kept`);
      if (attribute === 'style') assert.match(value, style);
      if (attribute === 'src') assert.match(value, /^data:image\/svg\+xml;base64,[A-Za-z0-9+/]+=*$/);
    }
    assert.equal(attributes.replace(/ [a-z]+="[^"]*"/g, ''), '', tag);
    if (name !== 'br' && name !== 'img') open.push(name);
  }
  assert.deepEqual(open, []);
  assert.doesNotMatch(
    markdown.replace(/<\/?[a-z]+[^>]*>/g, ''),
    /[<>]/,
    'a mark that is neither tag nor escaped',
  );
  for (const [, target = ''] of markdown.matchAll(/\]\(([^)]*)\)/g)) {
    const [, command = '', encoded = ''] = /^command:([\w.]+)\?(.*)$/.exec(target) ?? [];
    assert.ok(commands.includes(command), target);
    assert.ok(Array.isArray(JSON.parse(decodeURIComponent(encoded))), target);
  }
  for (const table of markdown.match(/<table>.*?<\/table>/gs) ?? []) {
    assert.doesNotMatch(table, /\n/, 'a line break inside a table would end its HTML');
    const widths = (table.match(/<tr>.*?<\/tr>/g) ?? []).map((row) => (row.match(/<t[hd]/g) ?? []).length);
    assert.equal(new Set(widths).size, 1, `rows of ${widths.join(', ')} cells`);
  }
}

/** A picture's source. */
export function picturesIn(markdown: string): readonly string[] {
  return [...markdown.matchAll(/base64,([^"]*)"/g)].map(([, base64 = '']) =>
    Buffer.from(base64, 'base64').toString(),
  );
}

/** The text as a screen reader has it: without tags, entities resolved. */
export function spoken(markdown: string): string {
  return markdown
    .replace(/<img[^>]*alt="([^"]*)"[^>]*>/g, '$1')
    .replace(/<sup>|<sub>/g, ' ')
    .replace(/<br>/g, '\n')
    .replace(/<\/t[hd]>/g, '\t')
    .replace(/<\/tr>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&emsp;|&nbsp;/g, ' ')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}
