/** Height of the navigation bar without the status bar, in CSS px. */
export const navigationBarHeight = 44;
/** Height of the native tab bar without the safe area. */
export const tabBarHeight = 49;

const tall = (): boolean => window.innerHeight >= 780;

/** A tall screen has a notch and a home indicator, a short one has neither. */
export const statusBarHeight = (): number => (tall() ? 44 : 20);
export const safeBottom = (): number => (tall() ? 34 : 0);

/** The capsule's size and its distance from the right edge, as on a phone. */
export const capsule = { width: 87, height: 32, right: 7, top: 6 } as const;
