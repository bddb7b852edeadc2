/** Milliseconds from wx.navigateTo until the page was first drawn, and until what one came for was. */
export interface Navigation {
  readonly paint: number;
  readonly shown: number;
}

interface Wx {
  navigateTo(options: { url: string; fail(reason: { errMsg: string }): void }): void;
}

const { wx } = window as unknown as { wx: Wx };
const PATIENCE_MS = 15_000;

const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

const isDrawn = (element: Element | null | undefined): boolean =>
  (element?.getBoundingClientRect().height ?? 0) > 0;

const views = (): Element[] => [...document.querySelectorAll('.page-view')];

/** Runs in the browser. A page counts as drawn in the frame after its root has a height. */
async function navigate(url: string, sees: string): Promise<Navigation> {
  const before = new Set(views());
  const failures: string[] = [];
  const startedAt = performance.now();
  wx.navigateTo({ url, fail: ({ errMsg }) => failures.push(errMsg) });
  let paint = Number.NaN;
  while (performance.now() - startedAt < PATIENCE_MS && failures.length === 0) {
    await frame();
    const page = views().find((view) => !before.has(view));
    if (Number.isNaN(paint) && isDrawn(page?.querySelector('[data-testid="page-root"]'))) {
      await frame();
      paint = performance.now() - startedAt;
    }
    if (isDrawn(page?.querySelector(`[data-testid="${sees}"]`))) {
      await frame();
      return { paint, shown: performance.now() - startedAt };
    }
  }
  throw new Error(failures[0] ?? `${sees} was not shown at ${url}`);
}

Object.assign(window, { navigationProbe: navigate });
