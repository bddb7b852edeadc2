import type { FoundNode, PhoneHost, WxApiModule } from '../runtime/interfaces';

interface Fields {
  id?: boolean;
  dataset?: boolean;
  mark?: boolean;
  rect?: boolean;
  size?: boolean;
  scrollOffset?: boolean;
  properties?: string[];
  computedStyle?: string[];
  node?: boolean;
  context?: boolean;
}
type Answer = Record<string, unknown>;
type Read = () => unknown;

const origin = (host: PhoneHost): DOMRect => host.nodes.viewport().getBoundingClientRect();

function box(host: PhoneHost, element: HTMLElement): Answer {
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
  const from = origin(host);
  return {
    left: left - from.left,
    top: top - from.top,
    right: right - from.left,
    bottom: bottom - from.top,
    width,
    height,
  };
}

/** Answers one node's fields, as `NodesRef.fields` names them; px are the page's own. */
function readFields(host: PhoneHost, found: FoundNode, fields: Fields): Answer {
  const { element } = found;
  const { left, top, right, bottom, width, height } = box(host, element);
  const style = fields.computedStyle === undefined ? undefined : getComputedStyle(element);
  const pick = (names: string[] | undefined, value: (name: string) => unknown): Answer =>
    Object.fromEntries((names ?? []).map((name) => [name, value(name)]));
  return {
    ...(fields.id === true ? { id: found.id } : {}),
    ...(fields.dataset === true ? { dataset: found.dataset } : {}),
    ...(fields.mark === true ? { mark: found.mark } : {}),
    ...(fields.rect === true ? { left, top, right, bottom } : {}),
    ...(fields.size === true ? { width, height } : {}),
    ...(fields.scrollOffset === true ? scrollOf(element) : {}),
    ...pick(fields.properties, (name) => found.props[name]),
    ...pick(fields.computedStyle, (name) => (style as unknown as Answer | undefined)?.[name]),
    ...(fields.node === true ? { node: found.queryNode() } : {}),
  };
}

const scrollOf = ({ scrollLeft, scrollTop, scrollWidth, scrollHeight }: HTMLElement): Answer => ({
  scrollLeft,
  scrollTop,
  scrollWidth,
  scrollHeight,
});

/** The viewport as a node: it lies at the origin of the page's own pixels. */
const viewportNode = (host: PhoneHost): FoundNode => ({
  element: host.nodes.viewport(),
  id: '',
  dataset: {},
  mark: {},
  props: {},
  queryNode: () => null,
});

class SelectorQuery {
  private scope: unknown;
  private readonly reads: Read[] = [];

  constructor(private readonly host: PhoneHost) {}

  in(component: unknown): this {
    this.scope = component;
    return this;
  }

  select(selector: string): NodesRef {
    return this.nodes(() => this.host.nodes.select(this.scope, selector), false);
  }

  selectAll(selector: string): NodesRef {
    return this.nodes(() => this.host.nodes.selectAll(this.scope, selector), true);
  }

  selectViewport(): NodesRef {
    return this.nodes(() => viewportNode(this.host), false);
  }

  exec(done?: (answers: unknown[]) => void): this {
    // Always later, and after the pending rendering of a setData just made.
    setTimeout(() => done?.(this.reads.map((read) => read())), 0);
    return this;
  }

  private nodes(find: () => FoundNode | null | FoundNode[], many: boolean): NodesRef {
    return new NodesRef(this, (fields, answered) => {
      this.reads.push(() => {
        const found = find();
        const one = (node: FoundNode): Answer => readFields(this.host, node, fields);
        const answer = Array.isArray(found) ? found.map(one) : found === null ? null : one(found);
        answered?.(answer ?? (many ? [] : null));
        return answer;
      });
    });
  }
}

type Ask = (fields: Fields, answered?: (answer: unknown) => void) => void;

class NodesRef {
  constructor(
    private readonly query: SelectorQuery,
    private readonly ask: Ask,
  ) {}

  fields(fields: Fields, answered?: (answer: unknown) => void): SelectorQuery {
    this.ask(fields, answered);
    return this.query;
  }

  boundingClientRect(answered?: (answer: unknown) => void): SelectorQuery {
    return this.fields({ id: true, dataset: true, rect: true, size: true }, answered);
  }

  scrollOffset(answered?: (answer: unknown) => void): SelectorQuery {
    return this.fields({ id: true, dataset: true, scrollOffset: true }, answered);
  }

  node(answered?: (answer: unknown) => void): SelectorQuery {
    return this.fields({ node: true }, answered);
  }

  context(answered?: (answer: unknown) => void): SelectorQuery {
    return this.fields({ context: true }, answered);
  }
}

/** Questions about what is on the page. */
export const selectorQuery: WxApiModule = (host) => ({
  createSelectorQuery: () => new SelectorQuery(host),
});
