import type { GateStatus } from '@core/contract/visit-views';
import { dayOf } from '@core/domain/calendar-day';

/** What stays on the phone so that a pass can be shown without a network: no name in it. */
export type KeptPass = Omit<GateStatus, 'maskedName'>;

const key = (patientId: string): string => `gate-pass-${patientId}`;

/** Keeps today's pass; what is kept of another day goes. */
export function keepPass(status: GateStatus): void {
  const { patientId, day, outcome, declaredAt, declaredBy, pass, flag, where } = status;
  if (outcome === null && flag === null) {
    wx.removeStorageSync(key(patientId));
    return;
  }
  const kept: KeptPass = { patientId, day, outcome, declaredAt, declaredBy, pass, flag, where };
  wx.setStorageSync(key(patientId), kept);
}

/** Nothing of this patient stays on the phone. */
export const forgetPass = (patientId: string): void => wx.removeStorageSync(key(patientId));

/** Nor of anybody, once the owner has signed out. */
export function forgetPasses(): void {
  for (const kept of wx.getStorageInfoSync().keys) if (kept.startsWith(key(''))) wx.removeStorageSync(kept);
}

/** The pass as last heard, if it is of today. */
export function keptPass(patientId: string, now: number): KeptPass | null {
  const kept: unknown = wx.getStorageSync(key(patientId));
  if (typeof kept !== 'object' || kept === null || !('day' in kept)) return null;
  return kept.day === dayOf(now) ? (kept as KeptPass) : null;
}
