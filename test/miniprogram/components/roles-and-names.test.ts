import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { filesBelow } from '../../../scripts/build/file-tree';

interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const TAG = /<([a-z][a-z-]*)((?:\s+[a-zA-Z][\w:-]*(?:="[^"]*")?)*)\s*\/?>/g;
const ATTRIBUTE = /([a-zA-Z][\w:-]*)(?:="([^"]*)")?/g;

function tagsOf(wxml: string): Tag[] {
  const text = wxml.replaceAll(/<!--.*?-->/gs, '');
  return [...text.matchAll(TAG)].map(([, name = '', rest = '']) => ({
    name,
    attributes: Object.fromEntries(
      [...rest.matchAll(ATTRIBUTE)].map(([, key = '', value = '']) => [key, value]),
    ),
  }));
}

const TAPS = ['bind:tap', 'catch:tap', 'bindtap', 'catchtap'];
const FIELDS = ['input', 'textarea', 'picker', 'slider', 'switch'];
const BARS = ['progressbar', 'meter', 'tablist', 'radiogroup', 'search', 'dialog', 'navigation'];

const has = ({ attributes }: Tag, name: string): boolean => (attributes[name] ?? '') !== '';
const isHidden = (tag: Tag): boolean => tag.attributes['aria-hidden'] === 'true';
const isOurs = ({ name }: Tag): boolean => name.startsWith('yl-') || name.startsWith('van-');

/** What a screen reader would not be told about a node. */
function faultsOf(tag: Tag): string[] {
  if (isHidden(tag)) return [];
  const faults: string[] = [];
  const role = tag.attributes['aria-role'] ?? '';
  const tapped = TAPS.some((name) => has(tag, name)) && !isOurs(tag);
  if (tapped && role === '') faults.push('is tapped and has no role');
  if (tag.name === 'image' && !has(tag, 'aria-label')) faults.push('is a picture without a label');
  if (tag.name === 'canvas' && !(has(tag, 'aria-label') && role !== ''))
    faults.push('is a drawing without a name');
  if (FIELDS.includes(tag.name) && !has(tag, 'aria-label')) faults.push('is a field without a label');
  if (['input', 'textarea'].includes(tag.name) && !has(tag, 'name')) faults.push('is a field without a name');
  if (BARS.includes(role) && !has(tag, 'aria-label')) faults.push(`is a ${role} without a label`);
  return faults;
}

const files = filesBelow(path.resolve('miniprogram'))
  .filter((file) => file.endsWith('.wxml'))
  .map((file) => ({ file, tags: tagsOf(readFileSync(path.join('miniprogram', file), 'utf8')) }));

describe('in every template', () => {
  test('what can be tapped has a role; pictures, drawings, fields and bars have names', () => {
    const found = files.flatMap(({ file, tags }) =>
      tags.flatMap((tag) =>
        faultsOf(tag).map((fault) => `${file}: <${tag.name} ${tag.attributes['class'] ?? ''}> ${fault}`),
      ),
    );
    expect(found).toEqual([]);
  });

  test('something was looked at', () => {
    const tags = files.flatMap((one) => one.tags);
    expect(tags.filter((tag) => has(tag, 'aria-role')).length).toBeGreaterThan(50);
    expect(tags.length).toBeGreaterThan(500);
  });
});

test('each of these faults is seen', () => {
  const all = tagsOf(
    '<view class="a" bind:tap="x"><image src="a.png" /><canvas type="2d" />' +
      '<input value="{{a > b}}" /><view aria-role="progressbar"></view></view>',
  );
  expect(all.flatMap(faultsOf)).toEqual([
    'is tapped and has no role',
    'is a picture without a label',
    'is a drawing without a name',
    'is a field without a label',
    'is a field without a name',
    'is a progressbar without a label',
  ]);
});
