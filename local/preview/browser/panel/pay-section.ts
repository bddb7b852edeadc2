import { action, element } from '../api/dialog/element';
import { control } from './local-control';
import { section, tell } from './section';

const outcomes: readonly (readonly [value: string, label: string])[] = [
  ['ask', '每次在手机里选'],
  ['succeed', '支付成功'],
  ['succeed-late', '支付成功，结果晚到'],
  ['fail', '支付失败'],
  ['cancel', '取消支付'],
];
const key = 'preview:panel:payment';

const release = async (): Promise<string> => {
  const { released } = await control<{ released: number }>('pay/release', {});
  return released === 0 ? '没有晚到的支付结果在等' : `送达了 ${released} 个支付结果`;
};

/** 支付: how the next payments end. The phone asks before it shows its own sheet. */
export class PaySection {
  private readonly select = element(
    'select',
    { 'aria-label': '支付结果' },
    ...outcomes.map(([value, label]) => element('option', { value }, label)),
  );
  readonly element = section(
    '支付',
    element(
      'div.row',
      {},
      this.select,
      action('button', '送达晚到的结果', () => tell(release)),
    ),
  );

  constructor() {
    this.select.value = localStorage.getItem(key) ?? 'ask';
    this.select.addEventListener('change', () => localStorage.setItem(key, this.select.value));
  }

  /** What a phone is answered. */
  outcome(): string {
    return this.select.value;
  }
}
