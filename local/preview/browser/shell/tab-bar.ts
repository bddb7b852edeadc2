import type { TabBarConfig } from '../../shared/app-bundle';
import type { TabBar } from '../runtime/interfaces';
import { make } from './dom';
import { safeBottom, tabBarHeight } from './metrics';

/** The native tab bar. `chosen` hears the route of a tapped tab, `asset` turns icon paths into addresses. */
export class TabBarView implements TabBar {
  readonly element = make('nav', 'tab-bar', { role: 'tablist', 'aria-label': '标签栏' });
  private readonly buttons: HTMLElement[];
  private selected = '';

  constructor(
    private readonly config: TabBarConfig,
    private readonly asset: (path: string) => string,
    chosen: (route: string) => void,
  ) {
    this.element.dataset.border = config.borderStyle ?? 'black';
    this.element.style.backgroundColor = config.backgroundColor ?? '#ffffff';
    this.element.style.height = `${this.height}px`;
    this.element.style.paddingBottom = `${safeBottom()}px`;
    this.buttons = config.list.map(({ pagePath }) => {
      const button = make('button', 'tab', { type: 'button', role: 'tab' });
      button.append(
        make('img', 'tab-icon', { alt: '', hidden: '' }),
        make('span', 'tab-text'),
        make('b', 'tab-badge', { hidden: '' }),
      );
      button.addEventListener('click', () => chosen(pagePath));
      this.element.append(button);
      return button;
    });
    this.select('');
  }

  /** Space it takes from a tab page; a custom tab bar takes none and lies over the page. */
  get height(): number {
    return this.config.custom ? 0 : tabBarHeight + safeBottom();
  }

  has(route: string): boolean {
    return this.config.list.some(({ pagePath }) => pagePath === route);
  }

  select(route: string): void {
    this.selected = route;
    for (const [index, item] of this.config.list.entries()) {
      const button = this.buttons[index];
      if (!button) continue;
      const isSelected = item.pagePath === route;
      const icon = isSelected ? (item.selectedIconPath ?? item.iconPath) : item.iconPath;
      const image = button.querySelector('img');
      if (image) {
        image.hidden = icon === undefined;
        if (icon !== undefined) image.src = this.asset(`/${icon}`);
      }
      button.setAttribute('aria-selected', String(isSelected));
      button.style.color = (isSelected ? this.config.selectedColor : this.config.color) ?? '';
      const text = button.querySelector('.tab-text');
      if (text) text.textContent = item.text;
    }
  }

  setBadge(index: number, text: string): void {
    const badge = this.badgeOf(index);
    if (!badge) return;
    badge.hidden = false;
    badge.textContent = text.length > 4 ? '…' : text;
  }

  removeBadge(index: number): void {
    const badge = this.badgeOf(index);
    if (badge) badge.hidden = true;
  }

  setRedDot(index: number, shown: boolean): void {
    if (shown) this.setBadge(index, '');
    else this.removeBadge(index);
  }

  setItem(index: number, item: Parameters<TabBar['setItem']>[1]): void {
    const known = this.config.list[index];
    if (known) Object.assign(known, item);
    this.select(this.selected);
  }

  setVisible(visible: boolean): void {
    this.element.hidden = this.config.custom === true || !visible;
  }

  private badgeOf(index: number): HTMLElement | null | undefined {
    return this.buttons[index]?.querySelector('b');
  }
}
