import type { CallDetail, CallList } from '../../../shared/functions';
import { element } from '../../page/element';
import { choiceField, labelled } from '../../page/field';
import { panel, row } from '../../page/panel';
import { read, Refusal } from '../../server/ask';
import type { Tab } from '../tab';
import { callDetail } from './call-detail';
import { callTable } from './call-table';
import { RecordingPanel } from './recording-panel';

/** Runs of functions as they happen, one of them whole, and the cost of a use case. */
export class FunctionTab implements Tab {
  readonly id = 'functions';
  readonly title = 'Functions';
  readonly #choose = (requestId: string): void => {
    location.hash = `#functions/${requestId}`;
  };
  readonly #recording = new RecordingPanel(this.#choose);
  readonly #calls = callTable('Calls', 'No function was called.', this.#choose);
  readonly #name = choiceField([['', 'all functions']]);
  readonly #failed = element('input', { type: 'checkbox' });
  readonly #detail = element('aside.detail', { 'aria-label': 'Call', hidden: '' });
  readonly element: HTMLElement;
  #chosen = '';
  #signature = '';

  constructor() {
    for (const field of [this.#name, this.#failed])
      field.addEventListener('change', () => void this.refresh());
    const list = panel(
      'Calls',
      row(labelled('Function', this.#name), labelled('Failures only', this.#failed)),
      this.#calls.element,
    );
    const lists = element('div', {}, this.#recording.element, list);
    this.element = element('div.split', {}, lists, this.#detail);
  }

  open([requestId = '']: readonly string[]): void {
    this.#chosen = requestId;
    if (requestId === '') this.#detail.hidden = true;
  }

  async refresh(): Promise<void> {
    const filter = new URLSearchParams({ name: this.#name.value, failed: this.#failed.checked ? '1' : '' });
    const [list] = await Promise.all([
      read<CallList>(`invocations?${filter.toString()}`),
      this.#recording.refresh(),
      this.#showDetail(),
    ]);
    this.#offer(list.names);
    this.#calls.show(list.calls.map((call) => ({ ...call, chosen: call.requestId === this.#chosen })));
  }

  #offer(names: readonly string[]): void {
    const known = new Set([...this.#name.options].map(({ value }) => value));
    for (const name of names)
      if (!known.has(name)) this.#name.append(element('option', { value: name }, name));
  }

  async #showDetail(): Promise<void> {
    const requestId = this.#chosen;
    if (requestId === '') return;
    const answer = await read<CallDetail>(
      `invocations/one?${new URLSearchParams({ requestId }).toString()}`,
    ).catch((error: unknown) => {
      if (error instanceof Refusal && error.status === 404) return undefined;
      throw error;
    });
    if (requestId !== this.#chosen) return;
    this.#detail.hidden = false;
    const signature = JSON.stringify(answer ?? requestId);
    if (signature === this.#signature) return;
    this.#signature = signature;
    const close = element('a.close', { href: '#functions', 'aria-label': 'Close' }, '×');
    const content =
      answer === undefined
        ? [element('p.nothing', {}, 'This call is not remembered any more.')]
        : callDetail(answer, this.#choose);
    this.#detail.replaceChildren(close, ...content.filter((child) => child !== undefined));
  }
}
