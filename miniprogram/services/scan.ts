import { placeOfCode } from '@core/domain/guide/location-code';
import { readScanned } from '@core/domain/identity/pairing-code';
import { go, type RouteName, type Routes } from './navigate';
import { scanCode } from './scan-code';

/** Where a code leads. */
export type CodeTarget = {
  readonly [Name in RouteName]: { readonly route: Name; readonly query: Routes[Name] };
}[RouteName];

type Follow = (code: string, rest: string) => CodeTarget | null;

const ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

/** What stands before the colon of a code of ours → the page it leads to. A new kind of code is one line here. */
const FOLLOW: Readonly<Record<string, Follow>> = {
  BILL: (code) => ({ route: 'payByCode', query: { code } }),
  AREA: (_code, areaId) => (ID.test(areaId) ? { route: 'checkIn', query: { areaId } } : null),
  DOC: (_code, practitionerId) =>
    ID.test(practitionerId) ? { route: 'doctor', query: { practitionerId } } : null,
  LOC: (code) => {
    const placeId = placeOfCode(code);
    return placeId === null ? null : { route: 'place', query: { placeId } };
  },
  FAM: (code) => {
    const digits = readScanned(code, 'FAM');
    return digits === null ? null : { route: 'familyConsent', query: { code: digits } };
  },
  // Whose work a code is for opens the page on which it is scanned: there it is asked for whom and why.
  HELP: () => ({ route: 'volunteer', query: {} }),
  VOL: () => ({ route: 'windowAssistance', query: {} }),
  PASS: () => ({ route: 'nurse', query: {} }),
};

/** The code inside what was scanned: plain text, or the path of a mini program's own code with its scene. */
export function codeIn(scanned: string): string {
  const scene = /[?&]scene=([^&]*)/.exec(scanned)?.[1];
  if (scene === undefined) return scanned.trim();
  try {
    return decodeURIComponent(scene);
  } catch {
    return '';
  }
}

/** The page that a scanned code leads to; null where it is none of ours. */
export function targetOf(scanned: string): CodeTarget | null {
  const code = codeIn(scanned);
  const colon = code.indexOf(':');
  const kind = code.slice(0, Math.max(0, colon));
  return Object.hasOwn(FOLLOW, kind) ? (FOLLOW[kind]?.(code, code.slice(colon + 1)) ?? null) : null;
}

const NOT_OURS = '这个码不是本医院的，没有打开。请扫诊室、窗口、候诊区或墙上医院贴的码。';
const NO_CAMERA = '现在打不开扫一扫。请在微信设置里允许使用相机，再试一次。';

/** Opens the scanner and then the page that the code is for; says why where there is none. For the home page's 扫一扫. */
export async function scanAndGo(): Promise<void> {
  const scanned = await scanCode();
  if (scanned.state === 'cancelled') return;
  const target = scanned.state === 'read' ? targetOf(scanned.text) : null;
  if (target) go(target.route, target.query as never);
  else say(scanned.state === 'read' ? NOT_OURS : NO_CAMERA);
}

/** For the page that a mini program's own code opens: goes on to where its scene leads, and says so where it leads nowhere. */
export function followScene({ scene }: Readonly<Record<string, string | undefined>>): void {
  if (scene === undefined || scene === '') return;
  const target = targetOf(`?scene=${scene}`);
  if (target) go(target.route, target.query as never);
  else say(NOT_OURS);
}

const say = (content: string): void => {
  void wx.showModal({ title: '没有打开', content, showCancel: false, confirmText: '知道了' });
};
