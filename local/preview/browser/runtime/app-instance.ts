/** How the app was opened (`onLaunch`, `onShow`). */
export interface LaunchOptions {
  path: string;
  query: Record<string, string>;
  scene: number;
  referrerInfo: Record<string, never>;
  [key: string]: unknown;
}

type AppDefinition = Record<string, unknown>;

/** The one `App({...})` of the mini program. */
export class AppInstance {
  private instance: AppDefinition | undefined;

  /** The global `App` function. */
  readonly register = (definition: AppDefinition): void => {
    this.instance = definition;
  };

  /** The global `getApp` function. */
  readonly get = (): AppDefinition | undefined => this.instance;

  launch(options: LaunchOptions): void {
    this.call('onLaunch', options);
    this.call('onShow', options);
  }

  /** Calls a lifetime (`onShow`, `onHide`, `onError`, `onPageNotFound`, …) where the app has it. */
  call(name: string, ...values: unknown[]): void {
    const method = this.instance?.[name];
    if (typeof method !== 'function') return;
    try {
      method.apply(this.instance, values);
    } catch (error) {
      reportError(error);
    }
  }
}
