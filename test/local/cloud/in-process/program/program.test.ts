import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Program } from '../../../../../local/cloud/in-process/program/program';
import { timersOf } from '../../../../../local/cloud/in-process/program/timers';
import { createRandom } from '../../../../../local/cloud/in-process/world/random';
import { World } from '../../../../../local/cloud/in-process/world/world';

describe('a program', () => {
  let world: World;
  let program: Program;
  let seen: unknown[];
  let ends: unknown[];
  beforeEach(() => {
    seen = [];
    ends = [];
    world = new World({ startAt: 0, order: () => 0 });
    program = new Program({
      world,
      pid: 7,
      name: 'seven',
      random: createRandom('seven'),
      onEnd: (reason) => ends.push(reason),
    });
  });
  afterEach(() => world.close());

  test('that has ended does nothing more of what it had set out to do, and begins nothing anew', async () => {
    program.after(10, () => seen.push('timer'));
    program.defer(() => seen.push('turn'));
    program.end('over');
    program.end('twice');
    program.after(10, () => seen.push('late timer'));
    program.defer(() => seen.push('late turn'));
    program.send({ label: 'late', act: () => seen.push('late message') });
    await world.advance(100);
    expect(seen).toEqual([]);
    expect(world.steps).toBe(0);
    expect(ends).toEqual(['over']);
  });

  test('ends with the error that nobody caught, and the rest of its turns with it', async () => {
    const error = new Error('nobody caught it');
    program.defer(() => {
      throw error;
    });
    program.defer(() => seen.push('next'));
    await world.quiet(() => false);
    expect(ends).toEqual([error]);
    expect(seen).toEqual([]);
  });

  test('has timers that can be cleared, refreshed and repeated', async () => {
    const timers = timersOf(program);
    const repeated = timers.setInterval((word) => seen.push(word, program.now()), 10, 'tick');
    const pushed = timers.setTimeout(() => seen.push('pushed', program.now()), 15);
    timers.clearTimeout(timers.setTimeout(() => seen.push('cleared'), 5));
    timers.clearImmediate(timers.setImmediate(() => seen.push('cleared')));
    timers.clearTimeout(undefined);
    await world.advance(12);
    pushed.refresh();
    await world.advance(13);
    timers.clearInterval(repeated);
    await world.advance(100);
    expect(seen).toEqual(['tick', 10, 'tick', 20, 'pushed', 27]);
  });
});
