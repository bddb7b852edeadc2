const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/**
 * Waits after deliveries that were not acknowledged: 15s/15s/30s/3m/10m/20m/30m/30m/30m/60m/3h/3h/3h/
 * 6h/6h, together 24h4m (WeChat Pay, payment notification and refund notification, API v2 and v3).
 */
const PAY_WAITS = [
  ...[15 * SECOND, 15 * SECOND, 30 * SECOND, 3 * MINUTE, 10 * MINUTE, 20 * MINUTE],
  ...[30 * MINUTE, 30 * MINUTE, 30 * MINUTE, 60 * MINUTE],
  ...[3 * HOUR, 3 * HOUR, 3 * HOUR, 6 * HOUR, 6 * HOUR],
];

/**
 * Cloud development goes on "for up to two days" (cloud functions' protocol of payment callbacks);
 * that it does so every six hours is a guess. [MEM]
 */
const CLOUD_WAITS = [6 * HOUR, 6 * HOUR, 6 * HOUR];

/** Waits between a callback's deliveries, in milliseconds; after the last it is given up. */
export const RETRY_WAITS: readonly number[] = [...PAY_WAITS, ...CLOUD_WAITS];
