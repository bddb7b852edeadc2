import type { FaultLine } from '../../../shared/faults';
import { button } from '../../page/button';
import { element, say } from '../../page/element';
import { choiceField, labelled, numberField, numberIn, textField } from '../../page/field';
import { row } from '../../page/panel';

/** What each fault does, in a few words; a name that is not here stands for itself. */
const MEANINGS: Readonly<Record<string, string>> = {
  slow: 'answers late, by the milliseconds given',
  'timeout-before': 'the request is lost, nothing is done',
  'timeout-after': 'the work is done, the answer is lost',
  'reset-before': 'the connection is reset, nothing is done',
  'reset-after': 'the work is done, then the connection is reset',
  'crash-before': 'the asking instance dies, the operation is not done',
  'crash-after': 'the operation is done, then the asking instance dies',
  'clock-skew': 'an instance’s clock is wrong by the milliseconds given',
  'database-fail': 'a database operation fails',
  full: 'the disk is full: writes are refused',
  'read-only': 'the database is read-only: writes are refused',
  quota: 'the quota is used up',
  conflict: 'a transaction meets a conflict',
  'function-fail': 'a function fails without having run',
  'pay-fail': 'unifiedOrder answers an error',
  'pay-fail-after': 'unifiedOrder answers an error although the order was made',
  'query-fail': 'queryOrder and queryRefund answer an error',
  'close-fail': 'closeOrder answers an error',
  'close-fail-after': 'closeOrder answers an error although the order was closed',
  'refund-fail': 'refund answers an error',
  'refund-fail-after': 'refund answers an error although it was accepted',
  'refund-frequency': 'refund answers that there were too many',
  'refund-abnormal': 'an accepted refund cannot be sent back',
  'refund-details-missing': 'queryRefund tells of no single refund',
  'bill-fail': 'downloadBill answers an error',
  'bank-error': 'the user pays, the bank refuses',
  'bank-slow': 'the user pays, the bank answers later',
  'callback-lost': 'a callback never comes',
  'callback-twice': 'a callback comes twice',
  'callback-late': 'a callback comes late',
};

const filled = (field: HTMLInputElement): string | undefined =>
  field.value.trim() === '' ? undefined : field.value.trim();

/** An object without the fields that are undefined. */
const given = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;

/** A form for one fault: which, what it hits, how often. */
export class FaultForm {
  readonly #name = choiceField([], { 'aria-label': 'Fault' });
  readonly #meaning = element('p.hint');
  readonly #action = textField({ placeholder: 'any, e.g. database.getDocument', list: 'fault-actions' });
  readonly #collection = textField({ placeholder: 'any' });
  readonly #function = textField({ placeholder: 'any' });
  readonly #step = numberField({ placeholder: 'any', min: '1' });
  readonly #nth = numberField({ placeholder: '1', min: '1' });
  readonly #times = numberField({ placeholder: 'no end', min: '1' });
  readonly #probability = numberField({ placeholder: '1', min: '0', max: '1' });
  readonly #ms = numberField({ placeholder: '–' });
  readonly #code = textField({ placeholder: 'the usual one' });
  readonly element: HTMLElement;

  constructor(set: (rule: FaultLine) => Promise<string>) {
    this.#name.addEventListener('change', () => this.#explain());
    this.element = element(
      'div.form',
      {},
      row(labelled('Fault', this.#name), this.#meaning),
      row(
        labelled('Action', this.#action),
        labelled('Collection', this.#collection),
        labelled('Function', this.#function),
        labelled('Step of a call', this.#step),
      ),
      row(
        labelled('From the n-th', this.#nth),
        labelled('Times', this.#times),
        labelled('Probability', this.#probability),
        labelled('Milliseconds', this.#ms),
        labelled('Error code', this.#code),
      ),
      row(button('Set this fault', () => set(this.#rule()), { look: 'main' })),
    );
  }

  /** The faults there are; the choice stays as it is. */
  offer(names: readonly string[]): void {
    if (this.#name.options.length === names.length) return;
    this.#name.replaceChildren(...names.map((name) => element('option', { value: name }, name)));
    this.#explain();
  }

  #explain(): void {
    say(this.#meaning, MEANINGS[this.#name.value] ?? '');
  }

  #rule(): FaultLine {
    const match = given({
      action: filled(this.#action),
      collection: filled(this.#collection),
      function: filled(this.#function),
      step: numberIn(this.#step),
    }) as NonNullable<FaultLine['match']>;
    return given({
      name: this.#name.value,
      match: Object.keys(match).length === 0 ? undefined : match,
      nth: numberIn(this.#nth),
      times: numberIn(this.#times),
      probability: numberIn(this.#probability),
      ms: numberIn(this.#ms),
      code: filled(this.#code),
    }) as FaultLine;
  }
}
