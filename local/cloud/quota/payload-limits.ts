const KILOBYTE = 1024;
const MEGABYTE = 1024 * KILOBYTE;

/** What the platform lets through, in bytes. */
export const PAYLOAD_LIMITS = {
  /** The event of a call that waits for its result, also between functions (SCF, quota limits: 6 MB). */
  event: 6 * MEGABYTE,
  /** Data of wx.cloud.callFunction above which WeChat advises to pass a file instead; the call is served. */
  advisedEvent: 100 * KILOBYTE,
  /** A result to the mini program (WeChat, error -604001). */
  clientResult: MEGABYTE,
  /** A result to a calling function (SCF, quota limits: 6 MB). */
  nestedResult: 6 * MEGABYTE,
  /** A text body through HTTP access (CloudBase, EXCEED_MAX_PAYLOAD_SIZE); 102400 itself passes. [COMM] */
  httpText: 100 * KILOBYTE,
  /** Any other body through HTTP access, as base64 in the event (CloudBase, EXCEED_MAX_PAYLOAD_SIZE). */
  httpBinary: 6 * MEGABYTE,
  /** A result through HTTP access (uniCloud on Tencent Cloud, HTTP access, notes: 6 MB). */
  httpResult: 6 * MEGABYTE,
  /** The event of a call nobody waits for (SCF, quota limits: 128 KB); that a delayed task is one: [MEM]. */
  delayedEvent: 128 * KILOBYTE,
} as const;
