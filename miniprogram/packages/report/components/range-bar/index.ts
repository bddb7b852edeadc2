/**
 * A range as a bar: the usual part in the middle, and where the value lies, with the words that say the same.
 * `bar`: `{ from, to, at }`, each from 0 to 1. `tone` colours the mark; `label` is spoken.
 */
Component({
  properties: {
    bar: { type: Object, value: { from: 0, to: 1, at: 0 } },
    tone: { type: String, value: 'success' },
    label: { type: String, value: '' },
  },
});
