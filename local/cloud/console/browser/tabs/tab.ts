/** One page of the console. */
export interface Tab {
  /** Its place behind the `#` of the address. */
  readonly id: string;
  readonly title: string;
  readonly element: HTMLElement;
  /** Asks the cloud and shows what it answers; called every second while the tab is seen. */
  refresh(): Promise<void>;
  /** Told what stands behind the name of the tab in the address, when it is opened. */
  open?(rest: readonly string[]): void;
}

/** Shows the present state at once, after a deed changed it. */
export type Refresh = () => Promise<void>;
