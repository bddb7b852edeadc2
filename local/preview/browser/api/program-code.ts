import type { PhoneHost } from '../runtime/interfaces';
import { askCloud } from './local-cloud';

/**
 * The path behind a mini program code of this mini program, as `pages/a/a?scene=…`; undefined for any
 * other text. As with real codes, only WeChat knows what one says: the cloud is asked.
 */
export async function pathOfCode(host: PhoneHost, text: string): Promise<string | undefined> {
  const reply = await askCloud(host, '/scan', { text });
  const path = reply.kind === 'answer' ? reply.body['path'] : undefined;
  if (typeof path !== 'string') return undefined;
  const { entryPagePath, pages } = host.appConfig as { entryPagePath?: string; pages?: string[] };
  return path.startsWith('?') ? `${entryPagePath ?? pages?.[0] ?? ''}${path}` : path;
}
