import { make } from './dom';
import { StatusBar } from './status-bar';

/** The phone's screen: status bar over the pages, overlay for dialogs on top of all. */
export interface Screen {
  statusBar: StatusBar;
  /** Where page views and the tab bar are. */
  pages: HTMLElement;
  overlay: HTMLElement;
  /** Where a line about a fault appears. */
  troubles: HTMLElement;
}

/** Draws the empty screen into the document. */
export const createScreen = (): Screen => {
  const statusBar = new StatusBar();
  const pages = make('div', 'pages');
  const overlay = make('div', 'overlay');
  const troubles = make('div', 'troubles', { role: 'alert' });
  const indicator = make('div', 'home-indicator', { 'aria-hidden': 'true' });
  document.body.append(make('div', 'phone', {}, pages, statusBar.element, indicator, overlay, troubles));
  return { statusBar, pages, overlay, troubles };
};
