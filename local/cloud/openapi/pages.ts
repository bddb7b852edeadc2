/**
 * Whether a page with its query is one of the mini program: `pages/a/a?x=1`, with or without a slash
 * before it. Where the pages are not known, every well-formed path is taken for one.
 */
export function isKnownPage(page: string, pages: readonly string[] | undefined): boolean {
  const [path = ''] = page.replace(/^\//u, '').split('?');
  return /^[\w-]+(?:\/[\w-]+)*$/u.test(path) && (pages === undefined || pages.includes(path));
}
