import type { PlanLine, QuotaAnswer } from '../../shared/quota';
import { button } from '../page/button';
import { element } from '../page/element';
import { labelled, numberField, numberIn } from '../page/field';
import { facts, hint, panel, row } from '../page/panel';
import { Table } from '../page/table';
import { read, send } from '../server/ask';
import type { Tab } from './tab';

const limit = (value: number | null): string => (value === null ? 'not counted' : String(value));

/** The plan of the environment: choose one, see what is used and what was refused. */
export class QuotaTab implements Tab {
  readonly id = 'quota';
  readonly title = 'Quota';
  readonly #use = element('div');
  readonly #rate = numberField({ placeholder: 'e.g. 100', min: '1', step: '1' });
  readonly #plans = new Table<PlanLine & { chosen: boolean }>({
    label: 'Plans',
    empty: 'No plan.',
    key: ({ name }) => name,
    mark: ({ chosen }) => (chosen ? 'chosen' : undefined),
    columns: [
      { title: 'Plan', cell: ({ name }) => name, look: 'wide' },
      { title: 'Operations/s', cell: (plan) => limit(plan.operationsPerSecond), look: 'number' },
      { title: 'Connections', cell: (plan) => limit(plan.connections), look: 'number' },
      { title: 'Calls of one function', cell: (plan) => limit(plan.functionConcurrency), look: 'number' },
      {
        title: '',
        cell: ({ name, chosen }) => button('Use', () => this.#choose(name), { disabled: chosen }),
      },
    ],
  });
  readonly element: HTMLElement;

  constructor() {
    const own = button('Use', () => this.#choose(numberIn(this.#rate)), { look: 'main' });
    this.element = element(
      'div',
      {},
      panel('Use', this.#use),
      panel(
        'Plans',
        this.#plans.element,
        row(labelled('Operations per second of your own', this.#rate), own),
        hint('What is above the plan is refused at once, with the codes of the platform.'),
      ),
    );
  }

  async refresh(): Promise<void> {
    this.#show(await read<QuotaAnswer>('quota'));
  }

  async #choose(choice: string | number | undefined): Promise<string> {
    if (choice === undefined) throw new Error('Fill in a number first.');
    const answer = await send<QuotaAnswer>('quota', { choice });
    this.#show(answer);
    return `The plan ${answer.profile.name} holds; the counts begin anew.`;
  }

  #show({ profile, plans, connections, functions, admitted, refused }: QuotaAnswer): void {
    const named = plans.some(({ name }) => name === profile.name);
    const shown = named ? plans : [...plans, profile];
    this.#plans.show(shown.map((plan) => ({ ...plan, chosen: plan.name === profile.name })));
    const running = functions.map(({ name, running: count }) => `${name} ${count}`).join(', ');
    this.#use.replaceChildren(
      facts([
        ['Plan', profile.name],
        ['Under way', `${connections} operations; ${running === '' ? 'no call' : running}`],
        ['Admitted', `${admitted.operations} operations, ${admitted.calls} calls`],
        [
          'Refused',
          `${refused.operations} operations over the rate, ${refused.connections} over the connections, ${refused.calls} calls`,
        ],
      ]),
    );
  }
}
