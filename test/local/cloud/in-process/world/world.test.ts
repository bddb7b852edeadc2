import { describe, expect, test } from '@jest/globals';
import type { Actor } from '../../../../../local/cloud/in-process/world/actor';
import { Lane } from '../../../../../local/cloud/in-process/world/ready';
import { World, type Step } from '../../../../../local/cloud/in-process/world/world';

const actor = (name: string): Actor => ({ name, failed: () => undefined });

const open = (order: (ready: number) => number = () => 0) => {
  const steps: Step[] = [];
  const world = new World({ startAt: 1000, order, onStep: (step) => steps.push(step) });
  return { world, steps };
};

describe('a world', () => {
  test('lets one thing happen after the other, each with all its microtasks', async () => {
    const { world } = open();
    const seen: string[] = [];
    for (const label of ['a', 'b']) {
      world.post({
        label,
        act: () => {
          seen.push(label);
          void Promise.resolve().then(() => seen.push(`${label} then`));
          process.nextTick(() => seen.push(`${label} tick`));
        },
      });
    }
    await world.quiet(() => false);
    expect(seen.slice(0, 3).sort()).toEqual(['a', 'a then', 'a tick']);
    expect(seen.slice(3).sort()).toEqual(['b', 'b then', 'b tick']);
    world.close();
  });

  test('asks which of several is next, and keeps the order within one program', async () => {
    const { world, steps } = open((ready) => ready - 1);
    const [one, other] = [new Lane(actor('one')), new Lane(actor('other'))];
    const seen: string[] = [];
    world.defer(one, () => seen.push('one 1'));
    world.defer(one, () => seen.push('one 2'));
    world.defer(other, () => seen.push('other 1'));
    world.defer(other, () => seen.push('other 2'));
    await world.quiet(() => false);
    expect(seen).toEqual(['other 1', 'other 2', 'one 1', 'one 2']);
    expect(steps.map(({ number, now }) => [number, now])).toEqual([1, 2, 3, 4].map((n) => [n, 1000]));
    world.close();
  });

  test('moves its clock only for whoever waits, and no further', async () => {
    const { world } = open();
    const lane = new Lane(actor('one'));
    const rung: number[] = [];
    for (const at of [1500, 1200, 2000]) world.at(at, lane, () => rung.push(world.now()));
    await world.quiet(() => false);
    expect(world.now()).toBe(1000);
    await world.advance(600);
    expect(rung).toEqual([1200, 1500]);
    expect(world.now()).toBe(1600);
    await world.until(new Promise<void>((resolve) => world.at(1700, lane, resolve)));
    expect(world.now()).toBe(1700);
    world.close();
  });

  test('says so when what is waited for cannot come', async () => {
    const { world } = open();
    await expect(world.until(new Promise(() => undefined))).rejects.toThrow('stands still');
    world.close();
  });

  test('forgets what a program that has ended still had before it', async () => {
    const { world } = open();
    const [gone, left] = [actor('gone'), actor('left')];
    const seen: string[] = [];
    world.post({ label: 'to gone', actor: gone, act: () => seen.push('to gone') });
    world.post({ label: 'from gone', actor: left, sender: gone, act: () => seen.push('from gone') });
    world.post({ label: 'left', actor: left, act: () => seen.push('left') });
    world.forget(gone);
    await world.quiet(() => false);
    expect(seen).toEqual(['left']);
    world.close();
  });

  test('gives an error to the program in whose turn it was thrown', async () => {
    const { world } = open();
    const errors: unknown[] = [];
    const careless: Actor = { name: 'careless', failed: (error) => errors.push(error) };
    const error = new Error('thrown');
    world.post({
      label: 'throws',
      actor: careless,
      act: () => {
        throw error;
      },
    });
    await world.quiet(() => false);
    expect(errors).toEqual([error]);
    world.close();
  });

  test('that is closed keeps nobody waiting', async () => {
    const { world } = open();
    const waiting = world.advance(1000);
    world.close();
    await expect(waiting).rejects.toThrow('closed');
    await expect(world.advance(1)).rejects.toThrow('closed');
  });

  test('has the same digest for the same happenings only', async () => {
    const digestOf = async (label: string): Promise<string> => {
      const { world } = open();
      world.post({ label, act: () => world.note('bytes') });
      await world.quiet(() => false);
      world.close();
      return world.digest();
    };
    expect(await digestOf('a')).toBe(await digestOf('a'));
    expect(await digestOf('a')).not.toBe(await digestOf('b'));
  });
});
