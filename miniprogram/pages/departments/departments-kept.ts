import type { Department } from '@core/contract/catalog';

const STORAGE_KEY = 'departments';

/** The list as last heard: public, so it may stay on the phone and be read without a network. */
export function departmentsKept(): readonly Department[] | null {
  const kept: unknown = wx.getStorageSync(STORAGE_KEY);
  return Array.isArray(kept) && kept.length > 0 ? (kept as Department[]) : null;
}

export const keepDepartments = (departments: readonly Department[]): void =>
  wx.setStorageSync(STORAGE_KEY, departments);
