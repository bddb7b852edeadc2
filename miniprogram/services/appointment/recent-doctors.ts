/** A doctor whom this phone looked at; public facts, kept on the phone only. */
export interface RecentDoctor {
  readonly practitionerId: string;
  readonly name: string;
  readonly initial: string;
  readonly title: string;
  readonly clinicId: string;
  readonly clinicName: string;
}

const STORAGE_KEY = 'recent-doctors';
const MOST = 4;

const isSame = (one: RecentDoctor, other: RecentDoctor): boolean =>
  one.practitionerId === other.practitionerId && one.clinicId === other.clinicId;

/** The latest first, each doctor of a clinic once. */
export const withRecent = (kept: readonly RecentDoctor[], latest: RecentDoctor): readonly RecentDoctor[] =>
  [latest, ...kept.filter((other) => !isSame(other, latest))].slice(0, MOST);

export function recentDoctors(): readonly RecentDoctor[] {
  const kept: unknown = wx.getStorageSync(STORAGE_KEY);
  return Array.isArray(kept) ? (kept as RecentDoctor[]) : [];
}

export const rememberDoctor = (latest: RecentDoctor): void =>
  wx.setStorageSync(STORAGE_KEY, withRecent(recentDoctors(), latest));

export const forgetDoctors = (): void => wx.removeStorageSync(STORAGE_KEY);
