import { runInNewContext } from 'node:vm';
import { describe, expect, test } from '@jest/globals';
import { renameBuiltIns } from '../../../../local/preview/server/build/wxml-source';
import { wxsPrelude, wxsToJavaScript } from '../../../../local/preview/server/build/wxs-source';
import { rewriteSelector } from '../../../../local/preview/server/build/style-selectors';
import { phoneUnits } from '../../../../local/preview/shared/phone-units';

describe('WXML', () => {
  test.each([
    ['<view><input value="a>b"/></view>', '<wx-view><wx-input value="a>b"/></wx-view>'],
    [
      '<wxs src="a.wxs" module="a" />\n<button\n  bindtap="x">',
      '<wxs src="a.wxs" module="a" />\n<wx-button\n  bindtap="x">',
    ],
    ['<wxs module="m">"<view>"</wxs><view/>', '<wxs module="m">"<view>"</wxs><wx-view/>'],
    ['<view-list/><text-view/>', '<view-list/><text-view/>'],
    ['<!-- <view> --><view/>', '               <wx-view/>'],
  ])('renames built-in tags and nothing else: %s', (source, renamed) => {
    expect(renameBuiltIns(source)).toBe(renamed);
  });
});

describe('WXS', () => {
  const run = (source: string): unknown => runInNewContext(`${wxsPrelude}; ${wxsToJavaScript(source)}`);

  test('names types by the constructor', () => {
    expect(run('(function (value) { return value.constructor; })([])')).toBe('Array');
    expect(run('(function (value) { return value.a.constructor; })({ a: 1 })')).toBe('Number');
  });

  test('keeps the backslashes of a pattern', () => {
    expect(run(String.raw`getRegExp('\d+', 'g').source`)).toBe(String.raw`\d+`);
  });

  test('makes dates from any number of values', () => {
    expect(run('getDate(2026, 2, 10).getMonth()')).toBe(2);
    expect(run('getDate("2026/03/10").getDate()')).toBe(10);
  });
});

describe('WXSS selectors', () => {
  test.each([
    ['.a .b', ':where([data-route="p/p"]) .a .b'],
    ['.a, view .b', ':where([data-route="p/p"]) .a, :where([data-route="p/p"]) wx-view .b'],
    ['page', 'page:where([data-route="p/p"])'],
    ['page .a', 'page:where([data-route="p/p"]) .a'],
  ])('of a page reach that page alone: %s', (selector, rewritten) => {
    expect(rewriteSelector(selector, { kind: 'page', route: 'p/p' })).toBe(rewritten);
  });

  test.each([
    ['.a.b > .c', '.c1--a.c1--b > .c1--c'],
    [':host', ':where([wx-host="c1"])'],
    [':host .a::after', ':where([wx-host="c1"]) .c1--a::after'],
    ['button.a', 'wx-button.c1--a'],
  ])('of a component reach that component alone: %s', (selector, rewritten) => {
    expect(rewriteSelector(selector, { kind: 'component', scope: 'c1' })).toBe(rewritten);
  });

  test('of the app and of shared components reach every page', () => {
    expect(rewriteSelector('text.a', { kind: 'app' })).toBe('wx-text.a');
    expect(rewriteSelector('.a', { kind: 'shared' })).toBe('.a');
  });
});

describe('units', () => {
  test.each([
    ['750rpx', '100vw'],
    ['-15rpx .5rpx', '-2vw 0.06667vw'],
    ['calc(100% - 75rpx)', 'calc(100% - 10vw)'],
    ['100vh', 'calc(var(--window-height, 100vh) * 1)'],
    ['calc(16px + env(safe-area-inset-bottom))', 'calc(16px + var(--safe-bottom, 0px))'],
    ['constant(safe-area-inset-top)', 'var(--safe-top, 0px)'],
    ['url(data:image/png;base64,1rpx)', 'url(data:image/png;base64,1rpx)'],
    ['10px', '10px'],
  ])('of the phone: %s', (value, converted) => {
    expect(phoneUnits(value)).toBe(converted);
  });
});
