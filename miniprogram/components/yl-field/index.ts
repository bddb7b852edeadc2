/** What is pasted may hold line breaks, tabs or half a picture sign, which no line of text has: a blank says the same. */
const oneLine = (typed: string): string => typed.replace(/[\p{Cc}\p{Cs}]+/gu, ' ');

/** A labelled line of text. The input is our own inside Vant's frame: Vant's takes neither a name nor a label. */
Component({
  properties: {
    name: { type: String, value: '' },
    label: { type: String, value: '' },
    value: { type: String, value: '' },
    placeholder: { type: String, value: '' },
    /** Under the field while there is no error. */
    hint: { type: String, value: '' },
    /** In plain words; empty where the entry is fine. */
    error: { type: String, value: '' },
    type: { type: String, value: 'text' },
    maxlength: { type: Number, value: 50 },
    /** Up to some 18 letters or digits, e.g. of a card or a code: all of them in sight on a small phone. */
    long: { type: Boolean, value: false },
    disabled: { type: Boolean, value: false },
    confirmType: { type: String, value: 'done' },
  },
  methods: {
    onInput(event: WechatMiniprogram.Input) {
      this.triggerEvent('change', { name: this.data.name, value: oneLine(event.detail.value) });
    },
    onBlur(event: WechatMiniprogram.InputBlur) {
      this.triggerEvent('leave', { name: this.data.name, value: oneLine(event.detail.value) });
    },
  },
});
