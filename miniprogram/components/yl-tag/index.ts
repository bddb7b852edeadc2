/**
 * A state in a word. `tone`: brand, success, warning, danger, info or neutral; the word says it, the colour helps.
 * `raised`: on a ground of the same colour the tag stands on white.
 */
Component({
  properties: {
    tone: { type: String, value: 'neutral' },
    text: { type: String, value: '' },
    raised: { type: Boolean, value: false },
  },
});
