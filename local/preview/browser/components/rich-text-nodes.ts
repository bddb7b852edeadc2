/** Tags and attributes that WeChat's rich-text lets through; the rest is dropped with what is inside. */
const trusted = new Set(
  (
    'a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del ' +
    'div dl dt em fieldset font footer h1 h2 h3 h4 h5 h6 header hr i img ins label legend li mark nav ol p ' +
    'pre q rt ruby s section small span strong sub sup table tbody td tfoot th thead tr tt u ul'
  ).split(' '),
);
const everywhere = new Set(['class', 'style']);
const perTag: Record<string, readonly string[]> = {
  img: ['alt', 'src', 'height', 'width'],
  ol: ['start', 'type'],
  td: ['colspan', 'height', 'rowspan', 'width'],
  th: ['colspan', 'height', 'rowspan', 'width'],
  table: ['width'],
  col: ['span', 'width'],
  colgroup: ['span', 'width'],
  bdo: ['dir'],
  font: ['color', 'face', 'size'],
  a: [],
};

function build(tag: string, attributes: Iterable<readonly [string, string]>): HTMLElement | undefined {
  if (!trusted.has(tag)) return undefined;
  const element = document.createElement(tag);
  for (const [name, value] of attributes) {
    if (everywhere.has(name) || perTag[tag]?.includes(name)) element.setAttribute(name, value);
  }
  return element;
}

function copy(from: Node, into: Node): void {
  for (const child of from.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) into.appendChild(document.createTextNode(child.textContent ?? ''));
    if (!(child instanceof Element)) continue;
    const attributes = [...child.attributes].map(({ name, value }) => [name, value] as const);
    const element = build(child.localName, attributes);
    if (element === undefined) continue;
    copy(child, element);
    into.appendChild(element);
  }
}

/** HTML text as trusted elements. Parsed in a document of its own, so nothing in it runs or loads. */
export function renderHtml(html: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  copy(new DOMParser().parseFromString(html, 'text/html').body, fragment);
  return fragment;
}

interface RichNode {
  type?: string;
  text?: string;
  name?: string;
  attrs?: Record<string, unknown>;
  children?: unknown;
}

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: '\u00a0' };
const decode = (text: string): string =>
  text.replace(/&(lt|gt|amp|quot|apos|nbsp);/gu, (whole, name: string) => entities[name] ?? whole);

/** A node tree as trusted elements. */
export function renderNodes(nodes: unknown): DocumentFragment {
  const fragment = document.createDocumentFragment();
  for (const node of Array.isArray(nodes) ? (nodes as RichNode[]) : []) {
    if (node.type === 'text') fragment.append(decode(node.text ?? ''));
    const attributes = Object.entries(node.attrs ?? {}).map(
      ([name, value]) => [name, String(value)] as const,
    );
    const element = build((node.name ?? '').toLowerCase(), attributes);
    if (element === undefined) continue;
    element.append(renderNodes(node.children));
    fragment.append(element);
  }
  return fragment;
}
