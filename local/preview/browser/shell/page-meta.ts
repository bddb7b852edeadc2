import { builtInOf } from '../runtime/built-in-registry';
import { phoneUnits } from '../../shared/phone-units';

/** What a page's own `<page-meta>` asks for. */
export interface PageMeta {
  /** CSS font size of the root, or empty for the browser's. */
  rootFontSize: string;
  pageStyle: string;
  pageFontSize: string;
  backgroundColor: string;
}

/** Reads the `<page-meta>` inside a page; WeChat's size for `system` is the person's setting in px. */
export const readPageMeta = (page: Element, systemFontSize: number): PageMeta => {
  const element = page.querySelector('wx-page-meta');
  const props = (element && builtInOf(element)?.node.props) ?? {};
  const text = (name: string): string => {
    const value = props[name];
    return typeof value === 'string' ? phoneUnits(value) : '';
  };
  const size = (name: string): string => {
    const value = text(name);
    return value === 'system' ? `${systemFontSize}px` : value;
  };
  return {
    rootFontSize: size('rootFontSize'),
    pageFontSize: size('pageFontSize'),
    pageStyle: text('pageStyle'),
    backgroundColor: text('backgroundColor'),
  };
};
