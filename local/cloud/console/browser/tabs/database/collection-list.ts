import type { CollectionLine } from '../../../shared/database';
import { element, say } from '../../page/element';

/** The collections with their sizes; the chosen one is marked. */
export class CollectionList {
  readonly element = element('nav.collections', { 'aria-label': 'Collections' });
  readonly #shown = new Map<string, { link: HTMLElement; count: HTMLElement }>();

  show(collections: readonly CollectionLine[], chosen: string): void {
    for (const { name } of collections) if (!this.#shown.has(name)) this.#shown.set(name, this.#make(name));
    const links = collections.map(({ name, documents }) => {
      const shown = this.#shown.get(name);
      if (shown === undefined) return undefined;
      say(shown.count, String(documents));
      if (name === chosen) shown.link.setAttribute('aria-current', 'true');
      else shown.link.removeAttribute('aria-current');
      return shown.link;
    });
    const wanted = links.filter((link) => link !== undefined);
    const same =
      wanted.length === this.element.children.length &&
      wanted.every((link, at) => link === this.element.children[at]);
    if (!same) this.element.replaceChildren(...wanted);
  }

  #make(name: string): { link: HTMLElement; count: HTMLElement } {
    const count = element('span.count');
    const label = element('span.mono', {}, name);
    return { count, link: element('a', { href: `#database/${encodeURIComponent(name)}` }, label, count) };
  }
}
