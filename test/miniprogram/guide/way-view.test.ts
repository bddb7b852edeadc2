import { describe, expect, test } from '@jest/globals';
import {
  buildingQuestion,
  floorQuestion,
  gateQuestion,
  landmarkQuestion,
} from '../../../miniprogram/packages/guide/start-choice';
import { findWay, pictureOf, placeLine } from '../../../miniprogram/packages/guide/way.view';
import { placeView } from '../../../miniprogram/packages/guide/pages/place/place.view';
import { demoPlan, placeIn } from './demo-plan';

const plan = demoPlan();
const wayOf = (from: string, to: string, how: 'any' | 'step-free') =>
  findWay(plan, { from: placeIn(plan, from), to: placeIn(plan, to) }, how);
const said = (from: string, to: string, how: 'any' | 'step-free'): string[] =>
  wayOf(from, to, how)?.view.steps.map(({ text }) => text) ?? [];

describe('the way in words', () => {
  test('from the gate to a room: steps, stairs, landmarks, and on which side it is', () => {
    expect(said('gate-south', 'mz-2f-a-207', 'any')).toEqual([
      '朝门诊楼正门的方向走 38 米',
      '上台阶，进门诊楼',
      '在便利店左转，走 4 米，到护士站',
      '中央楼梯在您右手边，走楼梯上到 2 楼',
      '出楼梯左转，走 4 米，到导诊台',
      '在导诊台左转，走 20 米，到中央客梯',
      '在中央客梯左转，走 11 米，就到了',
      '到了：207 诊室，在您右手边',
    ]);
  });

  test('without steps: the ramp and the lift', () => {
    const steps = said('gate-south', 'mz-2f-a-207', 'step-free');
    expect(steps).toContain('走坡道，进门诊楼');
    expect(steps).toContain('中央客梯在您左手边，坐电梯上到 2 楼');
    expect(steps.filter((text) => /楼梯|台阶/.test(text))).toEqual([]);
  });

  test('over the bridge into another building, and out through the door', () => {
    expect(said('mz-2f-a-207', 'yj-2f-blood', 'any')[2]).toBe('过连廊，进医技楼 2 楼');
    expect(said('mz-1f-hall', 'gate-south', 'any')).toContain('下台阶，出门诊楼');
    expect(said('mz-2f-a-207', 'yj-2f-blood', 'any')[0]).toMatch(/^出门左转/);
  });

  test('has its length, its floors, and the part that is walked now in the picture', () => {
    const way = wayOf('gate-south', 'mz-2f-a-207', 'any');
    expect(way?.view.length).toBe('约 3 分钟，110 米');
    expect(way?.view.floors.map(({ name }) => name)).toEqual(['院区', '门诊楼 1 楼', '门诊楼 2 楼']);
    const looked = { step: 0, whole: false, fontScale: 1 };
    const first = way && pictureOf(plan, way, { ...looked, floorId: 'site' });
    expect(first?.now.length).toBeGreaterThan(1);
    expect(first?.goal).toBeNull();
    const door = way && pictureOf(plan, way, { ...looked, step: 1, floorId: 'site' });
    expect(door?.now).toEqual([
      { x: 82, y: 110 },
      { x: 82, y: 98 },
    ]);
    const last = way && pictureOf(plan, way, { ...looked, floorId: 'mz-2f' });
    expect(last).toMatchObject({ start: null, goal: { placeId: 'mz-2f-a-207' }, now: [] });
  });
});

describe('where one stands', () => {
  test('is asked by gates, then building, floor and what is seen', () => {
    expect(gateQuestion(plan).rows.map(({ title }) => title)).toEqual([
      '我在南大门',
      '我在西门',
      '我在东门（急诊车道）',
    ]);
    expect(buildingQuestion(plan).rows.map(({ title }) => title)).toContain('儿科楼');
    expect(floorQuestion(plan, 'ek').rows.map(({ title }) => title)).toEqual([
      '1 楼',
      '2 楼',
      '3 楼',
      '4 楼',
    ]);
    expect(landmarkQuestion(plan, 'ek-2f').rows.map(({ title }) => title)).toContain('A 区 护士站');
  });

  test('is asked at once by what is seen where a building has one floor', () => {
    expect(floorQuestion(plan, 'site')).toMatchObject({ asks: 'landmark' });
  });
});

test('a place says where it is and who is there', () => {
  const room = placeIn(plan, 'mz-2f-a-207');
  expect(placeLine(plan, room)).toBe('门诊楼 2 楼 A 区 207 诊室');
  expect(placeView(plan, room)).toMatchObject({
    name: '207 诊室',
    where: '门诊楼 2 楼 A 区',
    there: [{ name: '苏婉宁' }],
  });
});
