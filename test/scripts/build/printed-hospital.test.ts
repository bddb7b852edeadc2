import { describe, expect, test } from '@jest/globals';
import { printedHospital } from '../../../scripts/build/printed-hospital';
import { smallProject } from './small-project';

describe('what the build prints into the main package', () => {
  const printed = printedHospital(process.cwd());

  test('is the telephone numbers, and the way to the emergency department from every gate and main door', () => {
    expect(printed).toMatchObject({ phone: '0000-8000100', emergencyPhone: '0000-8000120' });
    expect(printed?.emergency.ways.map(({ from }) => from)).toEqual([
      '南大门',
      '西门',
      '东门（急诊车道）',
      '门诊楼正门',
      '急诊入口',
      '儿科楼正门',
      '综合楼正门',
    ]);
    expect(printed?.emergency.place).toBe('急诊分诊台');
    const ends = new Set(printed?.emergency.ways.map(({ steps }) => steps.at(-1)?.slice(0, 8)));
    expect([...ends]).toEqual(['到了：急诊分诊台']);
    expect(printed?.emergencyForChildren.ways[0]?.steps.at(-1)).toContain('到了：儿科急诊分诊台');
  });

  test('never asks anybody to climb', () => {
    const ways = [...(printed?.emergency.ways ?? []), ...(printed?.emergencyForChildren.ways ?? [])];
    const steps = ways.flatMap((way) => way.steps);
    expect(steps.filter((text) => /台阶|楼梯/.test(text))).toEqual([]);
  });

  test('is nothing where there is no hospital to read', () => {
    const project = smallProject();
    try {
      expect(printedHospital(project.root)).toBeNull();
    } finally {
      project.remove();
    }
  });
});
