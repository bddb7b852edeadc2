import type { PhoneHost } from '../runtime/interfaces';
import { WxFailure } from './call';
import { action, element } from './dialog/element';
import { askInLayer } from './dialog/layer';
import { showNotice } from './dialog/notice';

const consentKey = 'privacy-consent';
/** After a refusal WeChat asks nothing for this long, in ms. */
const coolDown = 10_000;
/** errno of a refusal, and of a call within the cool-down. [MEM] */
const refusedErrno = 104;
const coolDownErrno = 103;

export interface PrivacyDecision {
  event: 'exposureAuthorization' | 'agree' | 'disagree';
  buttonId?: string;
}
export type NeedListener = (resolve: (decision: PrivacyDecision) => void, info: { referrer: string }) => void;

/** What one phone has decided, and who in the page wants to ask. */
class Privacy {
  listener: NeedListener | undefined;
  private refusedAt = Number.NEGATIVE_INFINITY;
  private asking: Promise<boolean> | undefined;
  private readonly waiting = new Set<() => void>();

  constructor(private readonly host: PhoneHost) {}

  contractName(): string {
    const window = this.host.appConfig['window'] as { navigationBarTitleText?: string } | undefined;
    return `《${window?.navigationBarTitleText ?? '小程序'}隐私保护指引》`;
  }

  agreed(): boolean {
    return this.host.state.get(consentKey) === 'agreed';
  }

  agree(): void {
    this.host.state.set(consentKey, 'agreed');
    for (const proceed of [...this.waiting]) proceed();
  }

  /** Lets a private API go on, after asking where the person has not agreed yet. */
  async require(api: string): Promise<void> {
    if (this.agreed()) return;
    const refused = 'privacy permission is not authorized';
    if (performance.now() - this.refusedAt < coolDown) throw new WxFailure(refused, { errno: coolDownErrno });
    this.asking ??= this.ask(api).finally(() => (this.asking = undefined));
    if (await this.asking) return;
    this.refusedAt = performance.now();
    throw new WxFailure(refused, { errno: refusedErrno });
  }

  private async ask(api: string): Promise<boolean> {
    const { listener } = this;
    if (listener === undefined) return this.askOfficially();
    return new Promise<boolean>((resolve) => {
      const proceed = (): void => {
        this.waiting.delete(proceed);
        resolve(true);
      };
      this.waiting.add(proceed);
      listener(
        ({ event }) => {
          if (event === 'agree') this.agree();
          if (event === 'disagree') {
            this.waiting.delete(proceed);
            resolve(false);
          }
        },
        { referrer: api },
      );
    });
  }

  private async askOfficially(): Promise<boolean> {
    const name = this.contractName();
    const agreed = await askInLayer<boolean>(
      this.host,
      { kind: 'sheet', label: '用户隐私保护提示' },
      (answer) =>
        element(
          'div.wx-consent',
          {},
          element('div.wx-consent-title', {}, '用户隐私保护提示'),
          element('div.wx-consent-text', {}, '继续使用前，请阅读并同意 '),
          action('button.wx-consent-link', name, () => this.openContract()),
          element(
            'div.wx-consent-buttons',
            {},
            action('button.wx-consent-refuse', '拒绝', () => answer(false)),
            action('button.wx-consent-agree', '同意', () => answer(true)),
          ),
        ),
    );
    if (agreed) this.agree();
    return agreed;
  }

  openContract(): void {
    showNotice(this.host, this.contractName(), '在微信里，这里会打开小程序在管理后台填写的隐私保护指引。');
  }
}

const phones = new WeakMap<PhoneHost, Privacy>();

/** The privacy consent of a phone. */
export function privacyOf(host: PhoneHost): Privacy {
  const known = phones.get(host);
  if (known !== undefined) return known;
  const made = new Privacy(host);
  phones.set(host, made);
  return made;
}
