/** A state in a word. `tone`: brand, success, warning, danger, info or neutral; the word says it, the colour helps. */
Component({
  properties: {
    tone: { type: String, value: 'neutral' },
    text: { type: String, value: '' },
  },
});
