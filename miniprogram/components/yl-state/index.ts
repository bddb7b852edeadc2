interface Load {
  readonly state: 'loading' | 'ready' | 'empty' | 'error' | 'offline' | 'refused';
  readonly text: {
    readonly title: string;
    readonly reason: string;
    readonly next: string;
    readonly action: { readonly label: string; readonly kind: string } | null;
  } | null;
  /** What is shown is from before: the last look failed. */
  readonly stale?: boolean;
}

/**
 * Draws where a page's content stands: a skeleton, nothing there, a fault, no network, a refusal; the slot when
 * ready, under a line that says so where it may be old. Fires `action` with `{ kind }`, the kind that the text's
 * button names.
 */
Component({
  properties: {
    load: { type: Object, value: { state: 'loading', text: null } as Load },
    /** Layout of the skeleton: cards, list or form. */
    skeleton: { type: String, value: 'cards' },
    count: { type: Number, value: 3 },
    emptyIcon: { type: String, value: 'notes-o' },
  },
  methods: {
    onAction() {
      this.triggerEvent('action', { kind: (this.data.load as Load).text?.action?.kind ?? 'retry' });
    },
  },
});
