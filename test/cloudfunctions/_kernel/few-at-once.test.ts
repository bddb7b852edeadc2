import { describe, expect, test } from '@jest/globals';
import { fewAtOnce } from '../../../cloudfunctions/_kernel/few-at-once';

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('a few pieces of work at once', () => {
  test('are never more than so many, and begin in their order', async () => {
    const begun: number[] = [];
    let [running, most] = [0, 0];
    await fewAtOnce([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
      begun.push(item);
      running += 1;
      most = Math.max(most, running);
      await turn();
      running -= 1;
    });
    expect(begun).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(most).toBe(3);
  });

  test('are all done although one fails, and what it threw comes when nothing is under way any more', async () => {
    const done: number[] = [];
    const work = fewAtOnce([1, 2, 3, 4, 5], 2, async (item) => {
      await turn();
      if (item === 1) throw new Error('the first');
      await turn();
      done.push(item);
    });
    await expect(work).rejects.toThrow('the first');
    expect(done).toEqual([2, 3, 4, 5]);
  });

  test('are not begun where there is no more time', async () => {
    const done: number[] = [];
    const work = async (item: number) => {
      await turn();
      done.push(item);
    };
    await fewAtOnce([1, 2, 3, 4, 5], 2, work, () => done.length < 2);
    expect(done).toEqual([1, 2, 3]);
  });
});
