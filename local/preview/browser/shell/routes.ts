/** A page's address inside the mini program. */
export interface PageAddress {
  /** `pages/home/home`, without a leading slash. */
  route: string;
  /** Values as written: WeChat hands them over without decoding. */
  query: Record<string, string>;
}

/** Reads `/pages/a/a?x=1`, or `../b/b` seen from the page `from`. */
export const parseAddress = (url: string, from = ''): PageAddress => {
  const [path = '', search = ''] = url.split(/\?(.*)/s);
  const base = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  const parts = [...base];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return { route: parts.join('/'), query: parseQuery(search) };
};

const parseQuery = (search: string): Record<string, string> => {
  const query: Record<string, string> = {};
  for (const pair of search.split('&')) {
    if (pair === '') continue;
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    query[name] = value;
  }
  return query;
};

/** The reverse of `parseAddress`, with a leading slash. */
export const formatAddress = ({ route, query }: PageAddress): string => {
  const search = Object.entries(query).map(([name, value]) => `${name}=${value}`);
  return `/${route}${search.length > 0 ? `?${search.join('&')}` : ''}`;
};
