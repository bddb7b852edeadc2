import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';

const tokens = readFileSync('miniprogram/styles/tokens.wxss', 'utf8');

function colour(role: string): [number, number, number] {
  const hex = new RegExp(`--${role}: #([0-9a-f]{6});`).exec(tokens)?.[1];
  if (hex === undefined) throw new Error(`No colour ${role}`);
  const channel = (at: number): number => parseInt(hex.slice(at, at + 2), 16) / 255;
  return [channel(0), channel(2), channel(4)];
}

/** Relative luminance and contrast as in WCAG 2.2. */
function luminance(role: string): number {
  const [red, green, blue] = colour(role).map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  ) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(ink: string, ground: string): number {
  const [one, other] = [luminance(ink), luminance(ground)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

describe('tokens', () => {
  test.each([
    ...['text-1', 'text-2', 'text-3', 'brand'].flatMap((ink) => [
      [ink, 'surface-1'],
      [ink, 'surface-2'],
    ]),
    ['on-brand', 'brand'],
    ['on-brand', 'danger'],
    ['text-1', 'brand-pale'],
    ['text-2', 'brand-pale'],
    ...['brand', 'success', 'warning', 'danger', 'info'].map((tone) => [tone, `${tone}-pale`]),
  ] as [string, string][])('%s can be read on %s', (ink, ground) => {
    expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5);
  });

  test('elderly type is at least 14 px, its body at least 20 px, main targets at least 60 px', () => {
    const sizes = [...tokens.matchAll(/--type-(\w+): calc\((\d+)px/g)].map(
      ([, name, size]) => [name, Number(size) * 1.4] as const,
    );
    expect(sizes.length).toBeGreaterThanOrEqual(6);
    for (const [, size] of sizes) expect(size).toBeGreaterThanOrEqual(14);
    expect(new Map(sizes).get('body')).toBeGreaterThanOrEqual(20);
    expect(Number(/\.elderly \{[^}]*--target-main: (\d+)px/.exec(tokens)?.[1])).toBeGreaterThanOrEqual(60);
    expect(Number(/\.tokens \{[^}]*--target: (\d+)px/.exec(tokens)?.[1])).toBeGreaterThanOrEqual(44);
  });
});

test('each Vant component is wrapped once, and used by nobody else', () => {
  const users = new Map<string, string[]>();
  const configs = readdirSync('miniprogram', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.json'),
  );
  for (const file of configs) {
    const found = readFileSync(`miniprogram/${file}`, 'utf8').matchAll(/"@vant\/weapp\/([\w-]+)\/index"/g);
    for (const [, name = ''] of found) users.set(name, [...(users.get(name) ?? []), file]);
  }
  expect(users.size).toBeGreaterThanOrEqual(8);
  for (const [name, files] of users) {
    expect([name, files.length]).toEqual([name, 1]);
    expect(files[0]).toMatch(/^components\/yl-/);
  }
});
