import { describe, expect, test } from '@jest/globals';
import { chooseVisit, type VisitChoice } from '../../../../core/domain/visit/choose-visit';

const NOW = 1000;
const open = { state: null, opensAt: 900, closesAt: 1100 };
const early = { state: null, opensAt: 1001, closesAt: 1100 };
const over = { state: null, opensAt: 100, closesAt: 1000 };
const at = (state: VisitChoice['state']) => ({ ...over, state });

describe('the appointment that a scan means', () => {
  test.each([
    ['a missed morning does not bar the afternoon', [over, open], open],
    ['who waits for one doctor is queued for the next', [at('arrived'), open], open],
    ['who was passed is queued again first', [open, at('passed')], at('passed')],
    ['a queue before what is too early', [early, at('arrived')], at('arrived')],
    ['a queue before what is finished', [at('finished'), at('called')], at('called')],
    ['too late is said before what is long finished', [at('finished'), over], over],
    ['of equals the first', [open, { ...open, closesAt: 1200 }], open],
    ['nothing', [], null],
  ] as const)('%s', (_name, choices, expected) => {
    expect(chooseVisit<VisitChoice>(choices, NOW)).toEqual(expected);
  });
});
