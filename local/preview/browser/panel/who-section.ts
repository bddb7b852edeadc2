import { action, element } from '../api/dialog/element';
import { fieldLabel, loadPeople, signIn, type Person } from './people';
import type { Phone } from './phone-frames';
import { hint, section, tell } from './section';

/** Signs the chosen phone in as a person; the mini program starts again, as after a change of WeChat account. */
async function become(phone: Phone | undefined, person: Person): Promise<string> {
  if (phone === undefined) throw new Error('先选一部手机');
  const identity = await signIn(person);
  phone.identity = identity;
  const started = phone.started();
  phone.send('identity', identity);
  await started;
  return `手机 ${phone.id} 现在是：${person.label}`;
}

async function copy(text: string): Promise<string> {
  await navigator.clipboard.writeText(text);
  return '已复制';
}

function detailsOf(person: Person): HTMLElement | undefined {
  const rows = Object.entries({ phoneNumber: person.phoneNumber, ...person.details });
  return element(
    'dl.details',
    {},
    ...rows.map(([name, value]) =>
      element(
        'div',
        {},
        element('dt', {}, fieldLabel(name)),
        element('dd', {}, value),
        action('button.small', '复制', () => tell(() => copy(value)), {
          'aria-label': `复制${fieldLabel(name)}`,
        }),
      ),
    ),
  );
}

/** 我是谁: the invented WeChat users, and what the chosen one can type into a form. */
export class WhoSection {
  private readonly list = element('div.people', { role: 'radiogroup', 'aria-label': '选择微信用户' });
  private readonly details = element('div');
  private people: Person[] = [];
  /** What is drawn: a row that is drawn anew under a finger would lose the tap. */
  private drawn: string | undefined;
  readonly element = section('我是谁', this.list, this.details);

  constructor(private readonly chosen: () => Phone | undefined) {
    void tell(async () => {
      this.people = await loadPeople();
      this.draw();
    });
  }

  /** Follows the chosen phone. */
  draw(): void {
    const openid = this.chosen()?.identity?.openid;
    // A phone that has not spoken to the cloud yet will be the person of its number.
    const first = (Number(this.chosen()?.id ?? 1) - 1) % Math.max(1, this.people.length);
    const current =
      openid === undefined ? this.people[first] : this.people.find((person) => person.openid === openid);
    const drawing = `${this.people.length}/${this.chosen()?.id ?? ''}/${current?.id ?? ''}`;
    if (drawing === this.drawn) return;
    this.drawn = drawing;
    this.list.replaceChildren(...this.people.map((person) => this.row(person, person === current)));
    if (this.people.length === 0) this.list.replaceChildren(hint('这里还没有可选的人。'));
    this.details.replaceChildren(...(current === undefined ? [] : this.actions(current)));
  }

  /** Also takes back a choice that came to nothing. */
  private redraw(): void {
    this.drawn = undefined;
    this.draw();
  }

  private row(person: Person, checked: boolean): HTMLElement {
    const radio = element('input', { type: 'radio', name: 'person', value: person.id });
    radio.checked = checked;
    radio.addEventListener('change', () => {
      void tell(() => become(this.chosen(), person)).finally(() => this.redraw());
    });
    return element(
      'label.person',
      {},
      radio,
      element('span', {}, element('b', {}, person.label), element('small', {}, person.note ?? '')),
    );
  }

  private actions(person: Person): HTMLElement[] {
    const fill = (details: Person['details']): string => {
      this.chosen()?.send('fill', { phoneNumber: person.phoneNumber, ...details });
      return '已填入当前页面的表单';
    };
    const others = (person.others ?? []).map(({ label, details }) =>
      action('button', `填入：${label}`, () => tell(() => fill(details))),
    );
    const again = (): string => {
      this.chosen()?.send('identity', null);
      return '已退出：手机换回原来的人';
    };
    const buttons = element(
      'div.row',
      {},
      action('button.main', '填入表单', () => tell(() => fill(person.details))),
      ...others,
      action('button', '退出登录', () => tell(again)),
    );
    const shown = detailsOf(person);
    return shown === undefined ? [buttons] : [shown, buttons];
  }
}
