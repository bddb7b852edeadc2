/** @jest-environment jsdom */
import { afterAll, describe, expect, test } from '@jest/globals';
import { componentFolder } from './component-folder';
import { heard, renderComponent, settle, type Rendered } from './rendered';

const folder = componentFolder();
afterAll(() => folder.remove());
const render = (name: string, properties?: object): Rendered =>
  renderComponent(folder.root, name, properties);
const tap = async (component: Rendered, selector: string): Promise<void> => {
  component.querySelector(selector)?.dispatchEvent('tap');
  await settle();
};

describe('yl-button', () => {
  test('a tap on it fires press once', async () => {
    const button = render('yl-button', { kind: 'main' });
    const pressed = heard(button, 'press');
    await tap(button, '.button >>> .van-button');
    expect(pressed).toHaveLength(1);
  });

  test.each([{ disabled: true }, { busy: true }])('a tap fires nothing while it is %p', async (state) => {
    const button = render('yl-button', state);
    const pressed = heard(button, 'press');
    await tap(button, '.button >>> .van-button');
    expect(pressed).toHaveLength(0);
  });

  test('a busy one says so', () => {
    expect(render('yl-button', { busy: true, busyText: '正在核对' }).dom.textContent).toContain('正在核对');
  });
});

describe('yl-field', () => {
  test('typing tells the page which field and what', async () => {
    const field = render('yl-field', { name: 'identityNumber', label: '身份证号' });
    const changes = heard(field, 'change');
    field.querySelector('.field >>> .input')?.dispatchEvent('input', { detail: { value: '99' } });
    await settle();
    expect(changes).toEqual([{ name: 'identityNumber', value: '99' }]);
  });

  test('what was pasted is one line: no contract takes a line break or half a sign', async () => {
    const field = render('yl-field', { name: 'place', label: '您在哪里' });
    const changes = heard(field, 'change');
    const value = `一楼\n大厅\t东\u{1F600}${'\u{1F600}'.charAt(0)}`;
    field.querySelector('.field >>> .input')?.dispatchEvent('input', { detail: { value } });
    await settle();
    expect(changes).toEqual([{ name: 'place', value: '一楼 大厅 东\u{1F600} ' }]);
  });

  test('an error stands in place of the hint', () => {
    const field = render('yl-field', { name: 'name', hint: '和证件一样', error: '请写姓名' });
    expect(field.dom.textContent).toContain('请写姓名');
    expect(field.dom.textContent).not.toContain('和证件一样');
  });
});

describe('yl-cell', () => {
  test('only a row that leads somewhere answers a tap', async () => {
    for (const [link, times] of [
      [true, 1],
      [false, 0],
    ] as const) {
      const cell = render('yl-cell', { title: '手机号', link });
      const pressed = heard(cell, 'press');
      await tap(cell, '.cell >>> .van-cell');
      expect(pressed).toHaveLength(times);
    }
  });
});

describe('yl-checkbox', () => {
  test('its words are part of the target', async () => {
    const checkbox = render('yl-checkbox', { checked: false, label: '我看过了' });
    const changes = heard(checkbox, 'change');
    await tap(checkbox, '.checkbox >>> .van-checkbox__label');
    expect(changes).toEqual([{ checked: true }]);
  });
});

describe('yl-sheet', () => {
  test('it shows its content when asked to, and its cross fires close', async () => {
    const sheet = render('yl-sheet', { show: false, title: '解绑就诊人' });
    expect(sheet.dom.textContent).not.toContain('解绑就诊人');
    sheet.setData({ show: true });
    await settle(80);
    expect(sheet.dom.textContent).toContain('解绑就诊人');
    const closed = heard(sheet, 'close');
    await tap(sheet, '.host >>> .close');
    expect(closed).toHaveLength(1);
  });
});

describe('yl-sidebar', () => {
  const items = [
    { id: 'card', title: '心内科' },
    { id: 'eye', title: '眼科' },
  ];

  test('choosing tells the id', async () => {
    const sidebar = render('yl-sidebar', { items, active: 0 });
    const changes = heard(sidebar, 'change');
    await settle();
    sidebar.querySelectorAll('.sidebar >>> .van-sidebar-item')[1]?.dispatchEvent('tap');
    await settle();
    expect(changes).toEqual([{ index: 1, id: 'eye' }]);
  });
});

describe('yl-search', () => {
  test('typing reaches the page', async () => {
    const search = render('yl-search', { placeholder: '科室、医生、拼音' });
    const changes = heard(search, 'change');
    search.querySelector('.search >>> .input-class')?.dispatchEvent('input', { detail: { value: 'xnk' } });
    await settle();
    expect(changes).toEqual([{ value: 'xnk' }]);
  });
});

describe('yl-tag and yl-icon', () => {
  test('a tag says its word', () => {
    expect(render('yl-tag', { text: '已约好', tone: 'success' }).dom.textContent).toBe('已约好');
  });

  test('an icon is the one that is named', () => {
    expect(render('yl-icon', { name: 'phone-o' }).dom.innerHTML).toContain('van-icon-phone-o');
  });
});

describe('yl-countdown', () => {
  test('it shows the minutes and seconds left until the instant', async () => {
    const countdown = render('yl-countdown', { endsAt: Date.now() + 15 * 60_000 });
    await settle();
    expect(countdown.dom.textContent).toMatch(/^1[45]:\d\d$/);
  });

  test('an instant that is past finishes at once', async () => {
    const countdown = render('yl-countdown', { endsAt: 0 });
    const finished = heard(countdown, 'finish');
    countdown.setData({ endsAt: Date.now() + 60 });
    await settle(1_200);
    expect(finished).toHaveLength(1);
    expect(countdown.dom.textContent).toBe('00:00');
  });
});
