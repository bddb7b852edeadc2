import type { DocumentLine } from '../../../shared/database';
import { button } from '../../page/button';
import { confirmed } from '../../page/confirm';
import { element, say } from '../../page/element';
import { shortened } from '../../page/format';
import { row } from '../../page/panel';
import { send } from '../../server/ask';

const NEW = '{\n  \n}';

/** One document in a text field: save it where nobody changed it meanwhile, delete it, or add a new one. */
export class DocumentEditor {
  readonly #title = element('h2');
  readonly #text = element('textarea', { 'aria-label': 'Document', spellcheck: 'false', rows: '26' });
  readonly #remove = button('Delete…', () => this.#delete(), { look: 'danger' });
  readonly element: HTMLElement;
  readonly #changed: () => Promise<void>;
  #collection = '';
  #line: DocumentLine | undefined;

  constructor(changed: () => Promise<void>) {
    this.#changed = changed;
    const close = button('×', () => this.close(), { look: 'quiet', title: 'Close' });
    close.classList.add('close');
    this.element = element(
      'aside.detail',
      { 'aria-label': 'Document editor', hidden: '' },
      close,
      this.#title,
      this.#text,
      row(
        button('Save', () => this.#save(), { look: 'main' }),
        this.#remove,
      ),
    );
  }

  /** Shows a document; without one, an empty form for a new one. */
  edit(collection: string, line?: DocumentLine): void {
    this.#collection = collection;
    this.#line = line;
    say(this.#title, line === undefined ? `New in ${collection}` : shortened(line.id, 60));
    this.#text.value = line?.text ?? NEW;
    this.#remove.hidden = line === undefined;
    this.element.hidden = false;
  }

  close(): void {
    this.element.hidden = true;
  }

  async #save(): Promise<string> {
    const collection = this.#collection;
    const text = this.#text.value;
    if (this.#line === undefined) {
      const { id } = await send<{ id: string }>('database/add', { collection, text });
      await this.#done();
      return `Added ${id}.`;
    }
    const { id, revision } = this.#line;
    await send('database/save', { collection, text, id, revision });
    await this.#done();
    return `Saved ${id}.`;
  }

  async #delete(): Promise<string | undefined> {
    if (this.#line === undefined) return undefined;
    const { id, revision } = this.#line;
    const collection = this.#collection;
    if (!(await confirmed(`Delete ${shortened(id, 60)} from ${collection}?`, 'Delete'))) return undefined;
    await send('database/remove', { collection, id, revision });
    await this.#done();
    return `Deleted ${id}.`;
  }

  async #done(): Promise<void> {
    this.close();
    await this.#changed();
  }
}
