/** Whether a text can be a trigger path: `/`, or parts with a slash before each and none at the end. */
export function isTriggerPath(value: unknown): value is string {
  return typeof value === 'string' && (value === '/' || /^(?:\/[\w.~-]+)+$/.test(value));
}
