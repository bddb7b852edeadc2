/**
 * What is wrong with a path in the cloud; undefined where it may be used. The rules are of WeChat cloud
 * development, 文件名命名限制; control characters and dot segments are refused altogether. [MEM]
 */
export function pathFault(path: unknown, longestBytes: number): string | undefined {
  if (typeof path !== 'string' || path === '') return 'the path is empty';
  if (path.startsWith('/')) return 'the path begins with /';
  if (path.includes('//')) return 'the path has two / in a row';
  if (Buffer.byteLength(path) > longestBytes) return `the path is longer than ${longestBytes} bytes`;
  if (/[\p{Cc}\p{Surrogate}]/u.test(path)) return 'the path has a control character';
  if (path.split('/').some((part) => part === '.' || part === '..')) return 'the path has a dot segment';
  return undefined;
}

/** The path within an address. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/**
 * The path within a link, with its letters as they are: wx-server-sdk encodes a link once more before
 * it asks for it, so characters that would then mean something else are shown as `_`.
 */
export function shownPath(path: string): string {
  return path.replace(/[?#%\\]/gu, '_');
}
