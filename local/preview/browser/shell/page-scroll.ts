import type { PageHandle } from '../runtime/page-handle';

/** Tells a page where it scrolled to, once per frame, and that its bottom is near. */
export const watchScroll = (scroller: HTMLElement, page: PageHandle, reachBottom: number): void => {
  let pending = false;
  let nearBottom = false;
  scroller.addEventListener('scroll', () => {
    if (pending) return;
    pending = true;
    requestAnimationFrame(() => {
      pending = false;
      page.call('onPageScroll', { scrollTop: scroller.scrollTop });
      const left = scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop;
      const near = left <= reachBottom;
      if (near && !nearBottom) page.call('onReachBottom');
      nearBottom = near;
    });
  });
};
