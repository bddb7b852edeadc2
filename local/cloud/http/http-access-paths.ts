import type { DeployedFunction } from '../functions/catalog';

/** Everything below belongs to functions; the platform gives each environment a domain of its own instead. */
export const HTTP_PREFIX = '/http';

/** The function behind an address, and the rest of the address. */
export interface Trigger {
  name: string;
  /** What follows the trigger path, beginning with a slash: this is what the function sees as its path. */
  path: string;
}

const isBelow = (pathname: string, trigger: string): boolean =>
  trigger === '/' || pathname === trigger || pathname.startsWith(`${trigger}/`);

/**
 * Finds the longest trigger path that a path lies below: `/test` serves `/test/a` as `/a` (uniCloud on Tencent Cloud,
 * HTTP access). A path given at the start of the cloud counts over a function's own.
 */
export function findTrigger(
  pathname: string,
  functions: readonly DeployedFunction[],
  given: Readonly<Record<string, string>>,
): Trigger | undefined {
  const own = functions.flatMap(({ name, httpPath }) => (httpPath === undefined ? [] : [[httpPath, name]]));
  const all = new Map([...own, ...Object.entries(given)] as [string, string][]);
  const fitting = [...all].filter(([trigger]) => isBelow(pathname, trigger));
  const [longest] = fitting.sort(([a], [b]) => b.length - a.length);
  if (longest === undefined) return undefined;
  const [trigger, name] = longest;
  const rest = trigger === '/' ? pathname : pathname.slice(trigger.length);
  return { name, path: rest === '' ? '/' : rest };
}
