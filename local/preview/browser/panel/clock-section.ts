import { action, element } from '../api/dialog/element';
import { control } from './local-control';
import { section, tell } from './section';
import { fromInput, nextEight, oneDay, oneHour, showOffset, showTime, toInput } from './virtual-time';

interface ClockAnswer {
  now: number;
  offset: number;
}

/** 时钟: the local cloud's time, which functions and phones share. */
export class ClockSection {
  private readonly time = element('p.clock', { 'aria-label': '现在的时间' });
  private readonly moved = element('p.hint');
  private readonly field = element('input', { type: 'datetime-local', 'aria-label': '设为' });
  private offset = 0;
  readonly element = section(
    '时钟（北京时间）',
    this.time,
    this.moved,
    element(
      'div.row',
      {},
      action('button', '＋1 小时', () => this.advance(oneHour)),
      action('button', '＋1 天', () => this.advance(oneDay)),
      action('button', '下一个 08:00', () => this.set(nextEight(this.now()))),
    ),
    element(
      'div.row',
      {},
      this.field,
      action('button', '设为', () => this.set(fromInput(this.field.value))),
    ),
    element(
      'div.row',
      {},
      action('button', '回到真实时间', () => this.advance(-this.offset)),
    ),
  );

  constructor() {
    void tell(async () => this.follow((await control<ClockAnswer>('clock')).offset));
    setInterval(() => this.draw(), 1000);
  }

  /** The server says that the clock was moved. */
  follow(offset: number): void {
    this.offset = offset;
    this.field.value = toInput(this.now());
    this.draw();
  }

  private now(): number {
    return Date.now() + this.offset;
  }

  private advance(ms: number): Promise<void> {
    return tell(async () => this.follow((await control<ClockAnswer>('clock/advance', { ms })).offset));
  }

  private set(now: number | undefined): Promise<void> {
    return tell(async () => {
      if (now === undefined) throw new Error('先填一个时间');
      this.follow((await control<ClockAnswer>('clock/set', { now })).offset);
    });
  }

  private draw(): void {
    this.time.textContent = showTime(this.now());
    this.moved.textContent = showOffset(this.offset) || '与真实时间一致';
  }
}
