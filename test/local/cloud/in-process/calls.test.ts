import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Simulation } from '../../../../local/cloud/in-process';
import { during, NOON, openPlay, play } from './simulation-under-test';

const COUNT = 20;

describe('a call in a simulation', () => {
  let simulation: Simulation;
  beforeAll(async () => {
    simulation = await openPlay();
  });
  afterAll(() => simulation.close());

  test('shows each function its own caller, also when many run at once and wait', async () => {
    const people = Array.from({ length: COUNT }, (_, index) => `o-${index}`);
    const seen = await Promise.all(
      people.map((openid, index) => play(simulation, { how: 'whoTwice', wait: index % 7 }, openid)),
    );
    expect(seen).toEqual(people.map((openid) => [openid, openid, openid]));
  });

  test('without a user shows nobody', async () => {
    const answer = await simulation.invoke({ name: 'play', data: { how: 'who' } });
    expect(answer.result).toBeNull();
  });

  test('carries what the platform adds to the event, the context and the source', async () => {
    const { timers } = simulation.cloud;
    await simulation.until(() => timers.runNow('every-night'));
    const [run] = simulation.cloud.host.logs({ name: 'nightly' });
    expect(run).toMatchObject({ source: 'wx_trigger', failure: undefined });
  });

  test('sees Date, globals and the clock as one', async () => {
    expect(await play(simulation, { how: 'clock' })).toMatchObject({
      now: simulation.now(),
      made: simulation.now(),
      text: true,
      fixed: '1970-01-01T00:00:00.000Z',
      isDate: true,
      tag: '[object Date]',
      global: true,
    });
  });

  test('may use the threads of Node, and time stands still meanwhile', async () => {
    const before = simulation.now();
    expect(await play(simulation, { how: 'works' })).toEqual([true, 16, true, true, 'TimeoutError']);
    expect(simulation.now() - before).toBe(250);
  });

  test('keeps files in the cloud as bytes, by the addresses it is given', async () => {
    expect(await play(simulation, { how: 'keepsFile' })).toMatchObject({
      fileID: expect.stringMatching(/^cloud:\/\/.+\/folder\/文件\.txt$/) as unknown,
      same: true,
      status: 0,
      gone: 'gone',
    });
  });

  test('reaches nothing outside of the simulation', async () => {
    expect(await play(simulation, { how: 'elsewhere' })).toBe('ECONNREFUSED');
  });

  test('to a function that is not there is answered as the cloud answers it', async () => {
    const answer = await simulation.invoke({ name: 'nobody', openid: 'o-ann' });
    expect(answer).toMatchObject({ errCode: -501000 });
  });

  test('may also come as bytes, as a phone sends it', async () => {
    const { cloud } = simulation;
    const answer = await simulation.request({
      method: 'POST',
      path: '/invoke',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${cloud.identity.mint({ openid: 'o-phone' })}`,
      },
      body: JSON.stringify({ name: 'play', data: { how: 'who' } }),
    });
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body.toString())).toMatchObject({ result: 'o-phone' });
  });

  test('from a page elsewhere is refused by the same guard', async () => {
    const headers = { host: 'evil.example', 'content-type': 'application/json' };
    const answer = await simulation.request({ method: 'POST', path: '/invoke', headers, body: '{}' });
    expect(answer.status).toBe(403);
  });
});

describe('an instance', () => {
  test('is kept warm for the next call, and another starts when it is busy', () =>
    during({}, async (simulation) => {
      expect(await play(simulation, { how: 'counts' })).toBe(1);
      expect(await play(simulation, { how: 'counts' })).toBe(2);
      const both = await Promise.all([
        play(simulation, { how: 'slow', wait: 5 }),
        play(simulation, { how: 'slow', wait: 5 }),
      ]);
      expect(both).toEqual(['ended', 'ended']);
      expect(simulation.instances()).toHaveLength(2);
    }));

  test('that was restarted has forgotten everything', () =>
    during({}, async (simulation) => {
      await play(simulation, { how: 'counts' });
      const [before] = simulation.instances();
      simulation.restart('play');
      expect(await play(simulation, { how: 'counts' })).toBe(1);
      expect(simulation.instances().map(({ pid }) => pid)).not.toContain(before?.pid);
    }));

  test('may have a clock that is ahead', () =>
    during({ clockSkew: (instance) => instance * 1000 }, async (simulation) => {
      expect(await play(simulation, { how: 'clock' })).toMatchObject({ now: NOON + 1000 });
    }));

  test('follows the cloud when its clock is moved', () =>
    during({}, async (simulation) => {
      await simulation.until(() => simulation.cloud.clock.advance(5000));
      expect(await play(simulation, { how: 'clock' })).toMatchObject({ now: NOON + 5000 });
      expect(simulation.now()).toBe(NOON);
    }));
});
