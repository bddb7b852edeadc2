import type { SearchAnswer, SearchRequest } from '../../../shared/database';
import { button } from '../../page/button';
import { element, say } from '../../page/element';
import { choiceField, labelled, textField } from '../../page/field';
import { counted, duration } from '../../page/format';
import { tell } from '../../page/notice';
import { row } from '../../page/panel';
import { send } from '../../server/ask';

const PAGES = ['20', '50', '100'];

/** A query, an order and a page; hands each answer on. */
export class SearchForm {
  readonly #query = textField({ placeholder: '{status: "free", day: {$gte: "2026-03-10"}}  or an _id' });
  readonly #order = textField({ placeholder: 'e.g. -createdAt' });
  readonly #limit = choiceField(PAGES);
  readonly #found = element('p.sum', { role: 'status', 'aria-label': 'Found' });
  readonly #back = button('‹ Previous', () => this.#page(-1), { look: 'quiet' });
  readonly #on = button('Next ›', () => this.#page(1), { look: 'quiet' });
  readonly element: HTMLElement;
  readonly #show: (answer: SearchAnswer) => void;
  #collection = '';
  #skip = 0;
  #asked = 0;

  constructor(show: (answer: SearchAnswer) => void) {
    this.#show = show;
    const search = button('Search', () => this.search(), { look: 'main' });
    this.#limit.addEventListener('change', () => void tell(() => this.search()));
    this.element = element(
      'form.search',
      { 'aria-label': 'Search' },
      row(
        labelled('Query', this.#query),
        labelled('Order', this.#order),
        labelled('Page', this.#limit),
        search,
      ),
      row(this.#found, this.#back, this.#on),
    );
    this.element.addEventListener('submit', (event) => event.preventDefault());
    for (const field of [this.#query, this.#order])
      field.addEventListener('keydown', ({ key }) => key === 'Enter' && void tell(() => this.search()));
  }

  /** Turns to another collection and shows its first page. */
  async turnTo(collection: string): Promise<void> {
    this.#collection = collection;
    this.#query.value = '';
    this.#order.value = '';
    await this.search();
  }

  /** Searches anew, from the first page. */
  search(): Promise<void> {
    this.#skip = 0;
    return this.again();
  }

  /** Asks for the same page again. */
  async again(): Promise<void> {
    const asked = ++this.#asked;
    const request: SearchRequest = {
      collection: this.#collection,
      query: this.#query.value,
      order: this.#order.value,
      skip: this.#skip,
      limit: Number(this.#limit.value),
    };
    const answer = await send<SearchAnswer>('database/search', request);
    // An answer that was overtaken by a later question is not shown.
    if (asked !== this.#asked) return;
    this.#tellFound(answer);
    this.#show(answer);
  }

  #page(direction: 1 | -1): Promise<void> {
    this.#skip = Math.max(0, this.#skip + direction * Number(this.#limit.value));
    return this.again();
  }

  #tellFound({ documents, total, tookMs }: SearchAnswer): void {
    const last = this.#skip + documents.length;
    const range = documents.length === 0 ? '' : `, ${this.#skip + 1}–${last} shown`;
    say(this.#found, `${counted(total, 'document')} found in ${duration(tookMs)}${range}`);
    this.#back.hidden = this.#skip === 0;
    this.#on.hidden = last >= total;
  }
}
