/** Where the car stands, as its owner noted it. It stays on this phone. */
export interface Parked {
  readonly placeId: string;
  /** Number painted on the ground, in the owner's words; may be empty. */
  readonly spot: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

const STORAGE_KEY = 'parked';

export function parkedCar(): Parked | null {
  const kept: unknown = wx.getStorageSync(STORAGE_KEY);
  return typeof kept === 'object' && kept !== null && 'placeId' in kept ? (kept as Parked) : null;
}

export const rememberParked = (parked: Parked): void => wx.setStorageSync(STORAGE_KEY, parked);

export const forgetParked = (): void => wx.removeStorageSync(STORAGE_KEY);
