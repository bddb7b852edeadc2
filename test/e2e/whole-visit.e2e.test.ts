import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { openStage, type Stage } from './stage/stage';
import { HALF_PAST_SEVEN, Phones } from './tour/phones';
import { refundUnexecuted, STEPS, type Step } from './tour/steps';

jest.setTimeout(240_000);

let stage: Stage;
let phones: Phones;

beforeAll(async () => {
  stage = await openStage({ now: HALF_PAST_SEVEN, staff: true });
  phones = new Phones(stage);
});
afterAll(async () => {
  expect(await stage.putAway()).toEqual([]);
  await stage.close();
});

let isBroken = false;

/** A step is lived after those before it, or not at all. */
async function inTurn(live: Step['live']): Promise<void> {
  if (isBroken) throw new Error('A step before this one failed');
  isBroken = true;
  await live(phones);
  isBroken = false;
}

describe('the visit of the README, on four phones', () => {
  test.each(STEPS)('$name', ({ live }) => inTurn(live));

  test('the result names the report, the value and which way it is off', async () => {
    const patient = await phones.of('patient');
    expect(await patient.text('report-title')).toContain('血常规');
    expect(await patient.text('result-hgb')).toMatch(/偏低 ↓.*98/);
  });

  test('what was not done is paid back at the window', () => inTurn(refundUnexecuted));
});
