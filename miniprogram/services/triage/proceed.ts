import { addressOf, go, replace } from '../navigate';
import { emergencies } from './emergency-knowledge';
import { triageSession } from './triage-session';

/** How a next page comes: over this one, or in its place. */
export type Arrival = 'over' | 'instead';

const LATER = {
  title: '没有网络',
  content: '没有听到要马上去急诊的情况。挂哪个科要等有网络再查；拿不准请打医院电话，或到人工窗口问。',
  showCancel: false,
  confirmText: '知道了',
};

/** Whether what was said is an emergency whoever it is about: then nothing more is asked. */
export function isAlarming(): boolean {
  const { text, present, subject, ruledOut } = triageSession();
  return emergencies()({ text, tapped: present, subject, denied: ruledOut }).found.length > 0;
}

/** What cannot wait comes first; then the department, which needs its package to be on the phone. */
export function proceedWithTriage(arrival: Arrival): void {
  const { text, present, subject, ruledOut } = triageSession();
  const { found, open } = emergencies()({ text, tapped: present, subject, denied: ruledOut });
  if (found.length > 0 || open.length > 0) {
    const query = { show: found.length > 0 ? 'found' : 'ask' } as const;
    if (arrival === 'over') go('emergency', query);
    else replace('emergency', query);
    return;
  }
  const page = {
    url: addressOf('triageAnswer', {}),
    fail: () => void wx.showModal(LATER),
  };
  if (arrival === 'over') wx.navigateTo(page);
  else wx.redirectTo(page);
}
