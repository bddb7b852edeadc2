import { describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withCopy } from '../broken-folder';

function check(...args: string[]): { status: number | null; out: string; err: string } {
  const run = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/plan-check.ts', ...args], {
    encoding: 'utf8',
  });
  return { status: run.status, out: run.stdout, err: run.stderr };
}

describe('plan:check', () => {
  test('says of the demo hospital that everything is reached and every name has its place', () => {
    const { status, out, err } = check('local/hospital');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toMatch(/^19 floors, 503 places, .*every place is reached, also without steps/);
  });

  test('names what is cut off, what only stairs lead to, and names without a place', () => {
    withCopy((directory) => {
      cpSync('local/hospital', directory, { recursive: true });
      const links = join(directory, 'plan/links.tsv');
      const text = readFileSync(links, 'utf8');
      const cut = text
        .replaceAll(/^zh-[56]f-lift-\d-door\tzh-6f-lift.*\n/gm, '')
        .replace(/^mz-1f-a1\tmz-1f-a2.*\n/m, '');
      writeFileSync(links, cut.replace(/^mz-1f-nw\tmz-1f-a1.*\n/m, ''));
      const clinics = join(directory, 'clinics.tsv');
      writeFileSync(
        clinics,
        readFileSync(clinics, 'utf8').replace('门诊楼 2 楼 A 区 211 诊室', '门诊楼 9 楼 911 诊室'),
      );
      const { status, out, err } = check(directory);
      expect({ status, out }).toEqual({ status: 1, out: expect.stringMatching(/findings\.\n$/) });
      expect(err).toContain(
        'mz-1f-service-center (综合服务中心 1–6 号窗口) — no way leads there from a gate',
      );
      expect(err).toContain('zh-6f-teleconsultation (远程会诊室) — only by steps or stairs');
      expect(err).toContain(
        'clinics.tsv, gyn-endocrine — "门诊楼 9 楼 911 诊室" is no place of the plan, or several',
      );
    });
  });

  test('says how it is used when no folder is named', () => {
    expect(check()).toEqual({ status: 2, out: '', err: 'Usage: npm run plan:check DIR\n' });
  });
});
