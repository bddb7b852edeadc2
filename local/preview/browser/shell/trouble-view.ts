import type { Trouble } from '../runtime/troubles';
import { make } from './dom';

/** Shows a fault of the app's scripts as a line that can be opened and put away. */
export const showTrouble = (container: HTMLElement, { kind, text }: Trouble): void => {
  const [first = '', ...rest] = text.split('\n');
  const title = kind === 'missing' ? `预览没有这个接口：${first}` : `脚本出错：${first}`;
  const close = make('button', '', { type: 'button', 'aria-label': '收起' }, '×');
  const details = make('pre', '', {}, rest.join('\n'));
  const line = make('details', 'trouble', {}, make('summary', '', {}, title), details);
  const box = make('div', 'trouble-box', { 'data-kind': kind }, line, close);
  close.addEventListener('click', () => box.remove());
  container.replaceChildren(box);
};

/** A full screen in place of a mini program that cannot be shown or did not start. */
export const showFailure = (title: string, lines: readonly string[]): void => {
  const list = make('ol', '', {}, ...lines.map((line) => make('li', '', {}, line)));
  const reload = make('button', '', { type: 'button' }, '重新打开');
  reload.addEventListener('click', () => location.reload());
  const note = make('p', '', {}, '这是浏览器预览，不是微信。改好文件后会自动重新打开。');
  const panel = make('section', 'failure', { role: 'alert' }, make('h1', '', {}, title), list, note, reload);
  document.body.append(panel);
};
