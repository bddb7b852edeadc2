import { make } from './dom';
import { icons } from './icons';
import { navigationBarHeight, statusBarHeight } from './metrics';
import type { PageConfig } from './page-config';

/** What the left button does: back one page, to the first page, or nothing. */
export type LeftButton = 'back' | 'home' | 'none';

/** The bar on top of one page. With `navigationStyle: custom` only the capsule remains. */
export class NavigationBarView {
  readonly element: HTMLElement;
  readonly capsule: HTMLElement;
  /** Colour of text and icons now. */
  tone: 'black' | 'white';
  private readonly title = make('h1', 'navigation-title');
  private readonly spinner = make('span', 'navigation-spinner', { hidden: '', 'aria-hidden': 'true' });

  constructor(config: PageConfig, left: LeftButton, pressed: () => void) {
    this.tone = config.customBar ? 'black' : config.barTextStyle;
    this.capsule = make('div', 'capsule', { 'aria-hidden': 'true' });
    this.capsule.innerHTML = `<i>${icons.more}</i><i>${icons.target}</i>`;
    this.capsule.style.top = `${statusBarHeight() + 6}px`;
    const heading = make('div', 'navigation-heading', {}, this.spinner, this.title);
    this.element = make('header', 'navigation-bar', {}, heading, this.capsule);
    this.element.classList.toggle('custom', config.customBar);
    if (!config.customBar) {
      this.element.style.paddingTop = `${statusBarHeight()}px`;
      this.element.style.height = `${statusBarHeight() + navigationBarHeight}px`;
      this.addLeftButton(left, pressed);
    }
    this.setTitle(config.title);
    this.setColor(this.tone, config.customBar ? 'transparent' : config.barBackground);
  }

  setTitle(title: string): void {
    this.title.textContent = title;
  }

  setColor(tone: 'black' | 'white', background: string): void {
    this.tone = tone;
    this.element.dataset.tone = tone;
    this.element.style.backgroundColor = background;
  }

  setLoading(loading: boolean): void {
    this.spinner.hidden = !loading;
  }

  private addLeftButton(left: LeftButton, pressed: () => void): void {
    if (left === 'none') return;
    const label = left === 'back' ? '返回' : '回首页';
    const button = make('button', 'navigation-left', { type: 'button', 'aria-label': label });
    button.innerHTML = icons[left];
    button.addEventListener('click', pressed);
    this.element.prepend(button);
  }
}
