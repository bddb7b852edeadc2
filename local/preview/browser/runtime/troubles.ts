import { glassEasel } from './engine';

/** A fault of the app's scripts, or a `wx` member the preview lacks. */
export interface Trouble {
  kind: 'error' | 'missing';
  text: string;
}

/** What tests read: every fault since the page opened. */
interface TroubleWindow {
  __previewErrors: string[];
  __previewMissing: string[];
}

/** Gathers faults from everywhere they can surface and tells `listener` of each. */
export class Troubles {
  private readonly found: TroubleWindow = { __previewErrors: [], __previewMissing: [] };

  constructor(private readonly listener: (trouble: Trouble) => void) {
    Object.assign(window, this.found);
    glassEasel.addGlobalErrorListener((error) => {
      this.error(error);
      // The framework need not print it once more.
      return false;
    });
    // The framework warns of attributes WeChat ignores in silence.
    glassEasel.addGlobalWarningListener(() => false);
    window.addEventListener('error', (event) => this.error(event.error ?? event.message));
    window.addEventListener('unhandledrejection', (event) => this.error(event.reason));
  }

  error(error: unknown): void {
    const text = describeError(error);
    this.found.__previewErrors.push(text);
    console.error(text);
    this.listener({ kind: 'error', text });
  }

  missing(name: string): void {
    this.found.__previewMissing.push(name);
    console.error(`preview: not implemented wx.${name}`);
    this.listener({ kind: 'missing', text: `wx.${name}` });
  }
}

/** Message and stack, as `wx.onError` gives them. */
export const describeError = (error: unknown): string => {
  if (error instanceof Error) return error.stack ?? error.message;
  if (typeof error === 'string') return error;
  return (error as { errMsg?: string } | null)?.errMsg ?? JSON.stringify(error);
};
