import type { AppBundle } from '../../shared/app-bundle';

/** What a page looks like around its content: its own JSON over `window` of app.json. */
export interface PageConfig {
  title: string;
  barBackground: string;
  barTextStyle: 'black' | 'white';
  customBar: boolean;
  background: string;
  pullDown: boolean;
  /** Distance from the bottom in px at which `onReachBottom` fires. */
  reachBottom: number;
  noScroll: boolean;
}

/** Defaults are WeChat's. */
export const pageConfigOf = (bundle: AppBundle, route: string): PageConfig => {
  const merged = { ...bundle.config.window, ...bundle.components[route]?.config };
  const text = (name: string, fallback: string): string => {
    const value = merged[name];
    return typeof value === 'string' ? value : fallback;
  };
  const distance = merged.onReachBottomDistance;
  return {
    title: text('navigationBarTitleText', ''),
    barBackground: text('navigationBarBackgroundColor', '#000000'),
    barTextStyle: text('navigationBarTextStyle', 'white') === 'black' ? 'black' : 'white',
    customBar: text('navigationStyle', 'default') === 'custom',
    background: text('backgroundColor', '#ffffff'),
    pullDown: merged.enablePullDownRefresh === true,
    reachBottom: typeof distance === 'number' ? distance : 50,
    noScroll: merged.disableScroll === true,
  };
};
