/** What a mini program code says, when WeChat is asked for it. */
export interface ProgramCode {
  appid: string;
  /** Page without a slash before it; empty for the entry page. */
  page: string;
  /** As given when the code was made, not encoded. */
  scene: string;
}

// Real mini program codes are round and only WeChat can read them. Ours are QR codes with a text that
// means nothing to other scanners.
const PREFIX = 'local-wxacode://';

/** The text inside the picture of a code. */
export function formatProgramCode({ appid, page, scene }: ProgramCode): string {
  return `${PREFIX}${appid}/${page}?scene=${encodeURIComponent(scene)}`;
}

/** What a scanned text says; undefined where it is no mini program code. */
export function parseProgramCode(text: string): ProgramCode | undefined {
  const match = /^local-wxacode:\/\/([\w-]+)\/([\w/-]*)\?scene=([^&]*)$/u.exec(text);
  if (match === null) return undefined;
  const [, appid = '', page = '', encoded = ''] = match;
  try {
    return { appid, page, scene: decodeURIComponent(encoded) };
  } catch {
    return undefined;
  }
}

/**
 * The path a phone opens for a code of this mini program: the scene arrives encoded in the query, and
 * nothing stands before the query where the entry page is meant. Undefined for other texts and other
 * programs.
 */
export function pathOfCode(text: string, appid: string): string | undefined {
  const code = parseProgramCode(text);
  if (code?.appid !== appid) return undefined;
  return `${code.page}?scene=${encodeURIComponent(code.scene)}`;
}
