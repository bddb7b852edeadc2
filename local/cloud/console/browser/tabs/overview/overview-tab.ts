import type { Overview, Pulse } from '../../../shared/overview';
import { element, say } from '../../page/element';
import { panel, row } from '../../page/panel';
import { WarningList } from '../../page/warning-list';
import { read } from '../../server/ask';
import { callTable } from '../functions/call-table';
import type { Tab } from '../tab';
import { Bars } from './bars';

type Figure = readonly [label: string, href: string, value: (overview: Overview) => string];

const FIGURES: readonly Figure[] = [
  ['Collections', '#database', ({ database }) => String(database.collections)],
  ['Documents', '#database', ({ database }) => String(database.documents)],
  ['Open transactions', '#database', ({ database }) => String(database.openTransactions)],
  ['Calls remembered', '#functions', ({ functions }) => String(functions.calls)],
  ['Running', '#functions', ({ functions }) => String(functions.running)],
  ['Cold starts', '#functions', ({ functions }) => String(functions.cold)],
  ['Failed calls', '#functions', ({ functions }) => String(functions.failed)],
  ['Orders unpaid', '#pay', ({ waiting }) => String(waiting.orders)],
  ['Callbacks waiting', '#pay', ({ waiting }) => String(waiting.callbacks)],
  ['Messages sent', '#messages', ({ messages }) => String(messages)],
  ['Files', '#files', ({ files }) => String(files)],
];

/** What goes on in the cloud, at a glance. */
export class OverviewTab implements Tab {
  readonly id = 'overview';
  readonly title = 'Overview';
  readonly #bars = new Bars();
  readonly #reads = element('span', { 'data-key': 'reads' });
  readonly #writes = element('span', { 'data-key': 'writes' });
  readonly #others = element('span');
  readonly #values = FIGURES.map(() => element('strong'));
  readonly #failures = callTable('Latest failures', 'No call has failed.', (requestId) => {
    location.hash = `#functions/${requestId}`;
  });
  readonly #warnings = new WarningList();
  readonly #noWarning = element('p.nothing', {}, 'The database warns of nothing.');
  readonly element: HTMLElement;

  constructor() {
    const figures = FIGURES.map(([label, href], at) =>
      element('a.figure', { href }, this.#values[at], element('span', {}, label)),
    );
    this.element = element(
      'div',
      {},
      panel(
        'Database operations, last minute',
        row(this.#reads, this.#writes, this.#others),
        this.#bars.element,
      ),
      element('nav.figures', { 'aria-label': 'Figures' }, ...figures),
      panel('Latest failures', this.#failures.element),
      panel('Warnings', this.#warnings.element, this.#noWarning),
    );
  }

  /** Shows the operations of the last minute. */
  beat({ seconds }: Pulse): void {
    this.#bars.show(seconds);
    const last = seconds.at(-1);
    const minute = seconds.reduce((sum, { reads, writes }) => sum + reads + writes, 0);
    say(this.#reads, `${last?.reads ?? 0} reads/s`);
    say(this.#writes, `${last?.writes ?? 0} writes/s`);
    say(this.#others, `${last?.transactions ?? 0} transactions/s · ${minute} operations in the last minute`);
  }

  async refresh(): Promise<void> {
    const overview = await read<Overview>('overview');
    FIGURES.forEach(([, , value], at) => {
      const place = this.#values[at];
      if (place !== undefined) say(place, value(overview));
    });
    this.#failures.show(overview.failures);
    this.#warnings.show(overview.warnings);
    this.#noWarning.hidden = overview.warnings.length > 0;
  }
}
