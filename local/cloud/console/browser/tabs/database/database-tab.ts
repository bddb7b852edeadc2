import type { CollectionLine, DatabaseAnswer } from '../../../shared/database';
import { button } from '../../page/button';
import { element, say } from '../../page/element';
import { tell } from '../../page/notice';
import { panel, row } from '../../page/panel';
import { WarningList } from '../../page/warning-list';
import { read } from '../../server/ask';
import type { Tab } from '../tab';
import { CollectionList } from './collection-list';
import { DocumentEditor } from './document-editor';
import { DocumentList } from './document-list';
import { indexTable } from './index-table';
import { SearchForm } from './search-form';

/** Collections, their indexes, and their documents as they are stored. */
export class DatabaseTab implements Tab {
  readonly id = 'database';
  readonly title = 'Database';
  readonly #collections = new CollectionList();
  readonly #name = element('h2.mono');
  readonly #indexes = indexTable();
  readonly #warnings = new WarningList();
  readonly #editor = new DocumentEditor(() => this.#search.again());
  readonly #documents = new DocumentList((line) => this.#editor.edit(this.#chosen, line));
  readonly #search = new SearchForm(({ documents }) => this.#documents.show(documents));
  readonly element: HTMLElement;
  #chosen = '';

  constructor() {
    const add = button('Add a document', () => this.#editor.edit(this.#chosen), { look: 'quiet' });
    const collection = element(
      'section.panel',
      { 'aria-label': 'Collection' },
      row(this.#name, add),
      element('details.indexes', { open: '' }, element('summary', {}, 'Indexes'), this.#indexes.element),
      this.#warnings.element,
      this.#search.element,
      this.#documents.element,
    );
    const list = panel('Collections', this.#collections.element);
    list.classList.add('narrow');
    this.element = element('div.split', {}, list, collection, this.#editor.element);
  }

  open([collection = '']: readonly string[]): void {
    if (collection !== '' && collection !== this.#chosen) this.#choose(collection);
    else if (this.#chosen !== '' && this.#editor.element.hidden) void tell(() => this.#search.again());
  }

  async refresh(): Promise<void> {
    const { collections, warnings } = await read<DatabaseAnswer>('database');
    const [first] = collections;
    if (this.#chosen === '' && first !== undefined) this.#choose(first.name);
    this.#collections.show(collections, this.#chosen);
    this.#showIndexes(collections);
    const own = warnings.filter(({ collection }) => collection === this.#chosen);
    this.#warnings.show(own.map(({ text }) => text));
  }

  #showIndexes(collections: readonly CollectionLine[]): void {
    const chosen = collections.find(({ name }) => name === this.#chosen);
    this.#indexes.show(chosen?.indexes ?? []);
  }

  #choose(collection: string): void {
    this.#chosen = collection;
    say(this.#name, collection);
    this.#editor.close();
    this.#documents.show([]);
    void tell(() => this.#search.turnTo(collection));
  }
}
