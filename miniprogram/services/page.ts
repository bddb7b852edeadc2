import { actingLine } from './acting';
import { settleLost } from './busy-page';
import { waitsForNetwork } from './load-state';
import { online } from './network';
import { readingMode, type ReadingMode } from './reading-mode';
import { me } from './me-store';
import type { ActionKind } from './refusal-texts/refusal-text';
import type { Looking, VisiblePoll } from './visible-poll';

/** What `yl-page` needs to draw the root of a page. */
export interface Shell extends ReadingMode {
  readonly offline: boolean;
  /** For whom a volunteer acts, on each of their pages; empty for everybody else. */
  readonly acting: string;
}

export interface ShellData {
  shell: Shell;
}

export const currentShell = (): Shell => ({
  ...readingMode.get(),
  offline: !online.get(),
  acting: actingLine(me.get()?.acting ?? null, Date.now()),
});

function selectTab(page: WechatMiniprogram.Page.TrivialInstance, selected: number): void {
  page.getTabBar().setData({ selected });
}

type Options<
  Data extends WechatMiniprogram.Page.DataOption,
  Custom extends WechatMiniprogram.Page.CustomOption,
> = Custom & {
  data: Data;
  /** The place of a tab page in the tab bar, from 0. */
  tab?: number;
  /** Calls the page's `look` again and again while it is in sight. */
  poll?: VisiblePoll;
} & Partial<WechatMiniprogram.Page.ILifetime> &
  ThisType<WechatMiniprogram.Page.Instance<Data & ShellData, Custom>>;

interface ActionEvent {
  readonly detail: { readonly kind: ActionKind };
}

/** What a page does with its sheets, as far as `definePage` has a part in it. */
interface Answers {
  readonly onAction?: (event: ActionEvent) => unknown;
  readonly onRefusalClose?: () => unknown;
}

/** The sheet's button first sends a command again whose answer was lost; whatever else is tapped lets it be. */
function withLostCommands({ onAction, onRefusalClose }: Answers): Answers {
  return {
    ...(onAction && {
      onAction(this: WechatMiniprogram.Page.TrivialInstance, event: ActionEvent) {
        const again = event.detail.kind === 'retry';
        if (!settleLost(this, again) || !again) return onAction.call(this, event);
        this.setData({ refusal: null });
        return undefined;
      },
    }),
    ...(onRefusalClose && {
      onRefusalClose(this: object) {
        settleLost(this, false);
        return onRefusalClose.call(this);
      },
    }),
  };
}

interface AsksAgain {
  refresh?(): Promise<unknown>;
  look?(): Promise<unknown>;
}

/** Pulled down: asks again, and lets go of the page also when that failed. */
async function askAgain(this: AsksAgain): Promise<void> {
  try {
    await (this.refresh ?? this.look)?.call(this);
  } finally {
    void wx.stopPullDownRefresh();
  }
}

/**
 * `Page()`, with `data.shell` kept up to date while the page lives: `<yl-page shell="{{shell}}">`. A page in sight that
 * waits for the network looks again when it is back, by its `onAction`. Pulled down, it calls its `refresh`, or
 * else its `look`, unless it says otherwise.
 */
export function definePage<
  Data extends WechatMiniprogram.Page.DataOption,
  Custom extends WechatMiniprogram.Page.CustomOption,
>(options: Options<Data, Custom>): void {
  const { tab, poll, ...own }: Options<Record<string, unknown>, Record<string, unknown>> = options;
  const { onLoad, onShow, onHide, onUnload } = own;
  const answers = withLostCommands(own as Answers);
  const stops = new WeakMap<object, () => void>();
  Page({
    onPullDownRefresh: askAgain,
    ...own,
    ...answers,
    data: { ...own.data, shell: currentShell() },
    onLoad(query) {
      const update = (): void => this.setData({ shell: currentShell() });
      const stopReading = readingMode.watch(update);
      const stopNetwork = online.watch((isOnline) => {
        update();
        if (isOnline && waitsForNetwork(this.data) && getCurrentPages().at(-1) === this)
          answers.onAction?.call(this, { detail: { kind: 'retry' } });
      });
      const stopActing = me.watch(() => {
        const { acting } = currentShell();
        if (acting !== (this.data['shell'] as Shell).acting) update();
      });
      stops.set(this, () => {
        stopActing();
        stopReading();
        stopNetwork();
      });
      update();
      return onLoad?.call(this, query);
    },
    onShow() {
      if (tab !== undefined) selectTab(this, tab);
      const shown = onShow?.call(this);
      poll?.enter(this as unknown as Looking);
      return shown;
    },
    onHide() {
      poll?.leave(this);
      return onHide?.call(this);
    },
    onUnload() {
      poll?.leave(this);
      stops.get(this)?.();
      return onUnload?.call(this);
    },
  });
}
