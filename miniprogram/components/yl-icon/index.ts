/** An icon; decoration unless it is given a label. It takes size and colour from the text around it. */
Component({
  properties: {
    name: { type: String, value: '' },
    /** What it means, where no word beside it says so. */
    label: { type: String, value: '' },
  },
});
