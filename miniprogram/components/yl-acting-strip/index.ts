/** On every page of a volunteer who acts for somebody: for whom, and until when. */
Component({
  properties: {
    text: { type: String, value: '' },
  },
});
