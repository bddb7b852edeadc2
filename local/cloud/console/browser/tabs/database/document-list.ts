import type { DocumentLine } from '../../../shared/database';
import { element } from '../../page/element';
import { shortened } from '../../page/format';

/** Characters of a document that its line shows. */
const SHOWN = 260;

/** One page of documents, each as EJSON on a few lines; a click opens it. */
export class DocumentList {
  readonly element = element('ol.documents', { 'aria-label': 'Documents' });
  readonly #open: (line: DocumentLine) => void;

  constructor(open: (line: DocumentLine) => void) {
    this.#open = open;
  }

  show(documents: readonly DocumentLine[]): void {
    this.element.replaceChildren(...documents.map((line) => this.#lineOf(line)));
  }

  #lineOf(line: DocumentLine): HTMLElement {
    const made = element('button.document', { type: 'button', title: 'Open' }, shortened(line.text, SHOWN));
    made.addEventListener('click', () => {
      for (const one of this.element.querySelectorAll('[aria-current]')) one.removeAttribute('aria-current');
      made.setAttribute('aria-current', 'true');
      this.#open(line);
    });
    return element('li', {}, made);
  }
}
