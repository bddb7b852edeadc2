import { element } from './element';

/** Sentences that somebody should read; drawn anew only where they changed. */
export class WarningList {
  readonly element = element('ul.warnings', { 'aria-label': 'Warnings' });
  #shown = '';

  show(warnings: readonly string[]): void {
    this.element.hidden = warnings.length === 0;
    const wanted = JSON.stringify(warnings);
    if (wanted === this.#shown) return;
    this.#shown = wanted;
    this.element.replaceChildren(...warnings.map((text) => element('li', {}, text)));
  }
}
