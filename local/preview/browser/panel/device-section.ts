import { action, element } from '../api/dialog/element';
import { fontSettings, fontSteps } from './font-steps';
import type { Phone } from './phone-frames';
import { hint, section, tell } from './section';

const standardStep = 2;

/** 手机: network, WeChat's font size, background, and a phone as new. */
export class DeviceSection {
  private readonly offline = element('input', { type: 'checkbox', role: 'switch' });
  private readonly font = element('input', {
    type: 'range',
    min: '0',
    max: String(fontSteps.length - 1),
    step: '1',
    'aria-label': '微信字体大小',
  });
  private readonly fontName = element('output');
  readonly element = section(
    '手机',
    element('label.switch', {}, this.offline, '离线'),
    element('label.range', {}, element('span', {}, '微信字体大小'), this.font, this.fontName),
    element(
      'div.row',
      {},
      action('button', '切到后台', () => this.send('hide', '小程序在后台')),
      action('button', '回到前台', () => this.send('show', '小程序在前台')),
      action('button', '重新启动', () => this.send('relaunch', '小程序重新启动')),
    ),
    element(
      'div.row',
      {},
      action('button.danger', '抹掉这部手机', () => this.erase()),
    ),
    hint('抹掉会清空小程序存在这部手机里的一切；云里的数据不变。'),
  );

  constructor(private readonly chosen: () => Phone | undefined) {
    this.offline.addEventListener('change', () => this.settings({ offline: this.offline.checked }));
    this.font.addEventListener('input', () => this.nameFont());
    this.font.addEventListener('change', () => this.changeFont());
  }

  /** Shows what the chosen phone remembers of its settings. */
  draw(): void {
    const id = this.chosen()?.id ?? '';
    const stored = localStorage.getItem(`preview:${id}:state:settings`);
    const settings = JSON.parse(stored ?? '{}') as { offline?: boolean; fontSizeSetting?: number };
    const step = fontSteps.findIndex(([size]) => size === settings.fontSizeSetting);
    this.offline.checked = settings.offline === true;
    this.font.value = String(step < 0 ? standardStep : step);
    this.nameFont();
  }

  /** The size is changed in WeChat's own settings: the mini program is left for that and shown again. */
  private changeFont(): void {
    const [size] = fontSteps[Number(this.font.value)] ?? [17];
    const phone = this.chosen();
    phone?.send('hide');
    phone?.send('settings', fontSettings(size));
    phone?.send('show');
    this.nameFont();
  }

  private nameFont(): void {
    this.fontName.textContent = fontSteps[Number(this.font.value)]?.[1] ?? '';
  }

  private settings(part: Record<string, unknown>): void {
    this.chosen()?.send('settings', part);
  }

  private send(type: string, words: string): Promise<void> {
    return tell(() => this.chosen()?.send(type), words);
  }

  private erase(): void {
    const phone = this.chosen();
    if (phone === undefined || !confirm(`抹掉手机 ${phone.id} 里的一切？`)) return;
    void tell(() => phone.send('erase'), `手机 ${phone.id} 已抹掉`);
  }
}
