/** @jest-environment jsdom */
import { afterAll, describe, expect, test } from '@jest/globals';
import { fen } from '@core/domain/money';
import { componentFolder } from './component-folder';
import { heard, renderComponent, settle, type Rendered } from './rendered';

const folder = componentFolder();
afterAll(() => folder.remove());
const render = (name: string, properties?: object): Rendered =>
  renderComponent(folder.root, name, properties);

const text = {
  title: '还有 1 个预约没有办完',
  reason: '这张卡还要用。',
  next: '请先取消预约。',
  action: { label: '看我的预约', kind: 'visits' },
};

describe('yl-state', () => {
  test.each(['empty', 'error', 'offline', 'refused'])('%s says what, why and what next', (state) => {
    const words = render('yl-state', { load: { state, text } }).dom.textContent;
    for (const part of [text.title, text.reason, text.next]) expect(words).toContain(part);
  });

  test('its button tells the page which kind of action it is', async () => {
    const state = render('yl-state', { load: { state: 'refused', text } });
    const actions = heard(state, 'action');
    state.querySelector('.state >>> .van-button')?.dispatchEvent('tap');
    await settle();
    expect(actions).toEqual([{ kind: 'visits' }]);
  });

  test('ready shows nothing of its own', () => {
    expect(render('yl-state', { load: { state: 'ready', text: null } }).dom.textContent).toBe('');
  });

  test('what is shown although the last look failed is said to be from before', () => {
    const words = render('yl-state', { load: { state: 'ready', text: null, stale: true } }).dom.textContent;
    expect(words).toContain('可能不是最新的');
  });
});

describe('yl-skeleton', () => {
  test('it appears only when the wait is longer than 150 ms', async () => {
    const skeleton = render('yl-skeleton', { count: 2 });
    await settle(60);
    expect(skeleton.dom.innerHTML).not.toContain('bar');
    await settle(160);
    expect(skeleton.querySelectorAll('.block')).toHaveLength(2);
    skeleton.detach();
  });
});

describe('yl-refusal-sheet', () => {
  test('it opens with the words, fires the kind of its button, and keeps the words while it closes', async () => {
    const sheet = render('yl-refusal-sheet');
    expect(sheet.dom.textContent).toBe('');
    sheet.setData({ text });
    await settle(80);
    expect(sheet.dom.textContent).toContain(text.reason);
    sheet.setData({ text: null });
    expect(sheet.dom.textContent).toContain(text.reason);
    expect(sheet.instance.data['shown']).toBe(false);
  });
});

describe('yl-money', () => {
  test.each([
    [0, '¥0.00'],
    [2500, '¥25.00'],
    [1_234_567, '¥12,345.67'],
  ])('%i fen are %s', (amount, shown) => {
    expect(render('yl-money', { amount: fen(amount) }).dom.textContent).toBe(shown);
  });
});

describe('yl-choice', () => {
  test('a tap tells the value of the option', async () => {
    const options = [
      { value: 'first', title: '第一次来' },
      { value: 'before', title: '以前来过', note: '会找到以前的门诊号' },
    ];
    const choice = render('yl-choice', { name: 'visited', options, value: 'first' });
    const changes = heard(choice, 'change');
    choice.querySelectorAll('.option')[1]?.dispatchEvent('tap');
    await settle();
    expect(changes).toEqual([{ value: 'before' }]);
    expect(choice.dom.textContent).toContain('会找到以前的门诊号');
  });
});

describe('yl-mode-switch', () => {
  test('it asks for the other mode', async () => {
    const mode = render('yl-mode-switch', { elderly: true });
    const changes = heard(mode, 'change');
    mode.querySelector('.switch')?.dispatchEvent('tap');
    await settle();
    expect(changes).toEqual([{ elderly: false }]);
    expect(mode.dom.textContent).toContain('回标准版');
  });
});

describe('yl-patient-card', () => {
  const card = {
    maskedName: '海*明',
    initial: '海',
    line: '本人 · 男 · 36 岁',
    number: '00012345',
    tag: '常用',
  };

  test('it shows the card, and answers a tap only where it leads somewhere', async () => {
    const shown = render('yl-patient-card', { card, link: true });
    for (const part of ['海*明', '本人 · 男 · 36 岁', '00012345', '常用']) {
      expect(shown.dom.textContent).toContain(part);
    }
    const pressed = heard(shown, 'press');
    shown.querySelector('.head')?.dispatchEvent('tap');
    await settle();
    expect(pressed).toHaveLength(1);
    shown.setData({ link: false });
    shown.querySelector('.head')?.dispatchEvent('tap');
    await settle();
    expect(pressed).toHaveLength(1);
  });
});

describe('yl-page', () => {
  test('it sets the size of the type and says when there is no network', () => {
    const page = render('yl-page', { shell: { elderly: true, fontScale: 1.4, offline: true } });
    expect(page.dom.innerHTML).toContain('--font-scale: 1.4');
    expect(page.dom.innerHTML).toContain('elderly');
    expect(page.dom.textContent).toContain('没有网络');
    page.setData({ shell: { elderly: false, fontScale: 1, offline: false } });
    expect(page.dom.textContent).not.toContain('没有网络');
  });
});
