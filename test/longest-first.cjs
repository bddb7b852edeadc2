const Sequencer = require('@jest/test-sequencer').default;

/** What takes longest begins first: without times of an earlier run, jest goes by the size of files. */
const LONGEST = [
  'layout.browser',
  'states.browser',
  'whole-visit.e2e',
  'matrix.slow',
  'stop.slow',
  'money-and-seats.slow',
];

const placeOf = ({ path }) => {
  const place = LONGEST.findIndex((name) => path.includes(`${name}.test.ts`));
  return place < 0 ? LONGEST.length : place;
};

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((one, other) => placeOf(one) - placeOf(other));
  }
};
