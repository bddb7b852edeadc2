import type { Pulse } from '../../shared/overview';
import { element, say } from '../page/element';
import { counted, instant } from '../page/format';
import { ahead } from '../tabs/clock-tab';

const perSecond = ({ seconds }: Pulse): string => {
  const last = seconds.at(-1);
  return `${(last?.reads ?? 0) + (last?.writes ?? 0)} operations/s`;
};

/** The line at the head of every tab: the virtual time, the load, what is made to fail, what is being counted. */
export class Header {
  readonly #clock = element('a', { href: '#clock' });
  readonly #rate = element('a', { href: '#overview' });
  readonly #faults = element('a.alarm', { href: '#faults', hidden: '' });
  readonly #counting = element('a.counting', { href: '#functions', hidden: '' });
  readonly #silent = element('span.alarm', { role: 'alert', hidden: '' }, 'The local cloud does not answer.');
  readonly element = element(
    'header.head',
    {},
    element('strong', {}, 'Local cloud'),
    this.#clock,
    this.#rate,
    this.#counting,
    this.#faults,
    this.#silent,
  );

  /** Shows the latest answer; none means that the cloud is silent. */
  show(pulse: Pulse | undefined): void {
    this.#silent.hidden = pulse !== undefined;
    if (pulse === undefined) return;
    const { clock, faults, recording } = pulse;
    say(this.#clock, instant(clock.now));
    this.#clock.title = `China, UTC+8; ${ahead(clock.offset)}`;
    this.#clock.toggleAttribute('data-moved', Math.abs(clock.offset) >= 1000);
    say(this.#rate, perSecond(pulse));
    say(this.#faults, `${counted(faults, 'fault')} in force`);
    this.#faults.hidden = faults === 0;
    const { reads, writes, transactions } = recording.total;
    say(
      this.#counting,
      `Counting: ${counted(recording.calls, 'call')}, ${reads} r · ${writes} w · ${transactions} tx`,
    );
    this.#counting.hidden = recording.state !== 'running';
  }
}
