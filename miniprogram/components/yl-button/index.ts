/**
 * The one button. `kind`: main (one on a screen), plain, quiet, danger (what cannot be undone).
 * It fires `press`, never while disabled or busy; `phone` and `agree` come from the open types.
 */
Component({
  properties: {
    kind: { type: String, value: 'main' },
    /** `normal` is a full-width row of the page; `small` sits inside a card. */
    size: { type: String, value: 'normal' },
    /** Spoken in place of the words on it, where those are too short alone. */
    label: { type: String, value: '' },
    icon: { type: String, value: '' },
    disabled: { type: Boolean, value: false },
    busy: { type: Boolean, value: false },
    busyText: { type: String, value: '请稍候' },
    openType: { type: String, value: '' },
  },
  data: {
    // Heights grow with the words on them: nothing is cut when the type is large.
    style:
      'width:100%;height:auto;min-height:var(--height);padding:8px 14px;line-height:1.3;' +
      'white-space:normal;word-break:keep-all;overflow-wrap:anywhere;font-weight:600;font-family:inherit;',
  },
  methods: {
    onPress() {
      this.triggerEvent('press');
    },
    onPhone(event: WechatMiniprogram.CustomEvent) {
      this.triggerEvent('phone', event.detail);
    },
    onAgree() {
      this.triggerEvent('agree');
    },
  },
});
