import type { BuiltInComponent } from '../runtime/interfaces';
import { text } from './properties';

/** Settings of the page in its own WXML. It draws nothing; the shell reads its properties. */
export const pageMeta: BuiltInComponent = {
  tag: 'page-meta',
  properties: {
    backgroundTextStyle: text(),
    backgroundColor: text(),
    backgroundColorTop: text(),
    backgroundColorBottom: text(),
    rootBackgroundColor: text(),
    scrollTop: text(),
    scrollDuration: { type: Number, value: 300 },
    pageStyle: text(),
    pageFontSize: text(),
    rootFontSize: text(),
    pageOrientation: text(),
  },
};

/** The navigation bar's settings inside `page-meta`. */
export const navigationBar: BuiltInComponent = {
  tag: 'navigation-bar',
  properties: {
    title: text(),
    loading: { type: Boolean, value: false },
    frontColor: text(),
    backgroundColor: text(),
    colorAnimationDuration: { type: Number, value: 0 },
    colorAnimationTimingFunc: text('linear'),
  },
};
