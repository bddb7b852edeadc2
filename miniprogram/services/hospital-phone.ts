import { hospital } from './hospital';

/** Offers to dial the hospital; says so where its number cannot be had. */
export async function callHospital(which: 'desk' | 'emergency' = 'desk'): Promise<void> {
  const answer = await hospital();
  if (!answer.ok) {
    void wx.showToast({ title: '现在取不到医院电话', icon: 'none' });
    return;
  }
  const { phone, emergencyPhone } = answer.value.organization;
  // Closing the dial sheet counts as a failure in WeChat; it is none to us.
  wx.makePhoneCall({ phoneNumber: which === 'desk' ? phone : emergencyPhone, fail: () => undefined });
}
