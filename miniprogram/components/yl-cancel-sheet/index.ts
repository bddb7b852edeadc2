interface Words {
  readonly title: string;
  readonly lines: readonly string[];
  readonly rule: string;
  readonly button: string | null;
}

/**
 * What cancelling would do, in a sheet. Fires `confirm` where the phone can do it, `call` where people must, and
 * `close`. `note` says why the words are other ones than a moment ago.
 */
Component({
  properties: {
    /** The words of the decision, or null. */
    words: { type: null, value: null as Words | null },
    note: { type: String, value: '' },
    busy: { type: Boolean, value: false },
  },
  data: { shown: false, last: null as Words | null },
  observers: {
    // The words stay while the sheet slides away.
    words(words: Words | null) {
      this.setData(words === null ? { shown: false } : { shown: true, last: words });
    },
  },
  methods: {
    onConfirm() {
      this.triggerEvent('confirm');
    },
    onCall() {
      this.triggerEvent('call');
    },
    onClose() {
      this.triggerEvent('close');
    },
  },
});
