import { hospital } from './hospital';
import { printedHospital } from './printed-hospital';

/** Offers to dial the hospital; says so where its number cannot be had. */
export async function callHospital(which: 'desk' | 'emergency' = 'desk'): Promise<void> {
  const answer = await hospital();
  const known = answer.ok ? answer.value.organization : printedHospital();
  if (known === null) {
    void wx.showToast({ title: '现在取不到医院电话', icon: 'none' });
    return;
  }
  // Closing the dial sheet counts as a failure in WeChat; it is none to us.
  wx.makePhoneCall({
    phoneNumber: which === 'desk' ? known.phone : known.emergencyPhone,
    fail: () => undefined,
  });
}
