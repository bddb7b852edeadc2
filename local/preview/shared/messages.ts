/**
 * Messages between the control panel and a phone in its frame. Both sides are pages of the same
 * origin; anything else is dropped. `payload` by `type`:
 *
 * panel → phone
 * - `identity`  PhoneIdentity or null: change who WeChat is signed in as, then relaunch
 * - `settings`  part of PhoneSettings
 * - `answer`    { id, value } or { id, error }: answers an `ask`
 * - `fill`      { [name]: value }: fills the visible page's inputs of these names
 * - `erase`     clears the phone's storage and state, then relaunches
 * - `relaunch`  starts the app again
 * - `hide`, `show`  the app goes to the background and comes back
 * - `scan-open` { text }: WeChat's own scanner read a code; launches the page of a mini program code
 * - `navigate`  { url, scene? }: relaunches at a page; `scene` is told to its `onLaunch`
 *
 * phone → panel
 * - `ready`     { route }
 * - `route`     { route }: the visible page with its query
 * - `ask`       { id, kind, question }: kinds are chosen by the API that asks (`scan`, `pay`, …)
 * - `scan-ended` the scanner of the mini program was closed
 * - `scan-opened` { path }: what came of `scan-open`; no path where it is no code of this mini program
 * - `identity`  PhoneIdentity or null: who the phone is signed in as now
 * - `trouble`   { kind: 'missing' | 'error', text }
 */
export interface PreviewMessage {
  source: typeof messageSource;
  phone: string;
  type: string;
  payload: unknown;
}

/** Marks our messages among all that a window receives. */
export const messageSource = 'miniprogram-preview';

/** Whether a received value is one of our messages. */
export const isPreviewMessage = (value: unknown): value is PreviewMessage =>
  typeof value === 'object' &&
  value !== null &&
  (value as { source?: unknown }).source === messageSource &&
  typeof (value as { type?: unknown }).type === 'string';
