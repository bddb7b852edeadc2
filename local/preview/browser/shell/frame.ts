import { make } from './dom';

/** A window wider than this (px) shows a phone in its middle; a narrower one is the phone. */
const widestPhone = 480;

/** Whether this document should only draw a frame around the phone. */
export const wantsFrame = (parameters: URLSearchParams): boolean =>
  window.top === window && window.innerWidth > widestPhone && !parameters.has('framed');

/** Draws a 390×844 phone whose screen is this same page once more. */
export const showFrame = (): void => {
  const inner = new URL(location.href);
  inner.searchParams.set('framed', '1');
  const screen = make('iframe', 'frame-screen', { src: inner.href, title: '手机屏幕' });
  const note = make('p', 'frame-note', {}, '预览，不是微信');
  document.body.classList.add('around');
  document.body.append(note, make('div', 'frame-phone', {}, screen));
};
