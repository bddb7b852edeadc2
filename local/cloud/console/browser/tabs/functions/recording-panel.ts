import type { RecordingAnswer } from '../../../shared/functions';
import { button } from '../../page/button';
import { element, say } from '../../page/element';
import { counted, duration } from '../../page/format';
import { panel, row } from '../../page/panel';
import { read, send } from '../../server/ask';
import { asTree, callTable } from './call-table';
import { inParts } from './cost';

const sentence = ({ state, lastedMs, total, calls, unlisted }: RecordingAnswer): string =>
  state === 'none'
    ? 'Begin, do something on the phone, and read here what it cost.'
    : [
        counted(calls.length + unlisted, 'call'),
        counted(total.reads, 'read'),
        counted(total.writes, 'write'),
        counted(total.transactions, 'transaction'),
        `in ${duration(lastedMs)}${state === 'running' ? ' so far' : ''}`,
      ].join(' · ');

/** Counts what happens from a moment on: the cost of a use case, with each call under it. */
export class RecordingPanel {
  readonly #sum = element('p.sum', { role: 'status', 'aria-label': 'Counted operations' });
  readonly #collections = element('div.parts', { 'aria-label': 'Counted by collection' });
  readonly #calls;
  readonly #details = element('div');
  readonly #start = button('Count operations from now', () => this.#ask('start'), { look: 'main' });
  readonly #stop = button('Stop counting', () => this.#ask('stop'));
  readonly element: HTMLElement;
  #signature = '';

  constructor(choose: (requestId: string) => void) {
    this.#calls = callTable('Counted calls', 'No call yet.', choose);
    this.#details.append(this.#collections, this.#calls.element);
    this.element = panel('Cost of a use case', row(this.#start, this.#stop, this.#sum), this.#details);
  }

  async refresh(): Promise<void> {
    this.#show(await read<RecordingAnswer>('recording'));
  }

  async #ask(what: 'start' | 'stop'): Promise<void> {
    this.#show(await send<RecordingAnswer>(`recording/${what}`));
  }

  #show(answer: RecordingAnswer): void {
    const { state, total, calls } = answer;
    say(this.#sum, sentence(answer));
    say(this.#start, state === 'none' ? 'Count operations from now' : 'Count anew from now');
    this.#stop.hidden = state !== 'running';
    this.#details.hidden = state === 'none';
    this.#calls.show(asTree(calls));
    const signature = JSON.stringify(total);
    if (signature === this.#signature) return;
    this.#signature = signature;
    this.#collections.replaceChildren(...inParts(total));
  }
}
