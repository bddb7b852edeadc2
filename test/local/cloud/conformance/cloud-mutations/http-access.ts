import type { Mutation } from '../mutation';

/** Functions behind HTTP paths. */
export const HTTP_ACCESS_MUTATIONS: readonly Mutation[] = [
  {
    file: 'http/http-access-event.ts',
    find: 'Object.fromEntries(url.searchParams)',
    replace: '{}',
    expectFailing: ['a function behind an HTTP path gets an integration request'],
  },
  {
    file: 'http/http-access.ts',
    find: "source: 'wx_http'",
    replace: "source: 'wx_client'",
    expectFailing: ['a function that is called over HTTP has no user, and wx_http as its source'],
  },
  {
    file: 'http/http-access-reply.ts',
    find: 'isObject(value) && (',
    replace: 'isObject(value) && value === undefined && (',
    expectFailing: ['an integration response says status, headers and body'],
  },
  {
    file: 'http/http-access-paths.ts',
    find: 'pathname.slice(trigger.length)',
    replace: 'pathname',
    expectFailing: ['a function sees its path below its trigger path'],
  },
  {
    file: 'quota/payload-limits.ts',
    find: 'httpText: 100 * KILOBYTE',
    replace: 'httpText: MEGABYTE',
    expectFailing: ['a text body of more than 100 KB is refused'],
  },
  {
    file: 'http/http-access-paths.ts',
    find: 'httpPath === undefined ? []',
    replace: 'httpPath === undefined ? [[`/${name}`, name]]',
    expectFailing: ['a function without an HTTP path cannot be reached over HTTP'],
  },
  {
    file: 'http/http-access.ts',
    find: 'await inTime(running, timeoutMs)',
    replace: 'await running',
    expectFailing: ['a function that gives no answer in time is given up by the gateway'],
  },
];
