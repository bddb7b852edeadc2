import { api } from '../../../../services/api';
import { runOnce } from '../../../../services/busy-page';
import { createCommand } from '../../../../services/command';
import { followAction } from '../../../../services/follow-action';
import { emptyState, failedState, LOADING, READY, type LoadState } from '../../../../services/load-state';
import { goBack } from '../../../../services/navigate';
import { definePage } from '../../../../services/page';
import type { ActionKind, RefusalText } from '../../../../services/refusal-texts/refusal-text';
import { refreshMe } from '../../../../services/session';
import { typedFields } from '../../../../services/typed-fields';
import { cardErrors, NO_CARD_ERRORS, type CardErrors } from '../../card-form';
import { visitedOptions } from '../bind/bind.view';

type BindData = {
  load: LoadState;
  assistanceId: string;
  visited: string;
  visits: typeof visitedOptions;
  errors: CardErrors;
  busy: boolean;
  refusal: RefusalText | null;
};

const data: BindData = {
  load: LOADING,
  assistanceId: '',
  visited: 'first',
  visits: visitedOptions,
  errors: NO_CARD_ERRORS,
  busy: false,
  refusal: null,
};

const NOTHING_RUNS = emptyState({
  title: '现在没有要绑卡的患者',
  reason: '患者同意让您帮着绑卡以后，才能在这里填。',
  next: '请先扫患者的求助码。',
  action: { label: '返回', kind: 'back' },
});

const typed = typedFields({ name: '', identityNumber: '' });

const bindForAssisted = createCommand(api.identity.bindForAssisted);

definePage({
  data,

  onShow() {
    void this.refresh();
  },

  async refresh() {
    const answer = await refreshMe();
    if (!answer.ok) {
      this.setData({ load: failedState(answer) });
      return;
    }
    const { acting } = answer.value;
    const isWanted = acting?.patient === null && acting.purposes.includes('bind');
    this.setData(isWanted ? { load: READY, assistanceId: acting.assistanceId } : { load: NOTHING_RUNS });
  },

  onField(event: WechatMiniprogram.CustomEvent<{ name: keyof CardErrors; value: string }>) {
    const { name, value } = event.detail;
    typed.put(this, name, value);
    if (this.data.errors[name] !== '') this.setData({ [`errors.${name}`]: '' });
  },

  onVisited(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ visited: event.detail.value });
  },

  async onSubmit() {
    const { visited, assistanceId } = this.data;
    const { name, identityNumber } = typed.of(this);
    const errors = cardErrors({ name, identityNumber }, Date.now());
    this.setData({ errors });
    if (errors.name !== '' || errors.identityNumber !== '') return;
    const bound = await runOnce(this, () =>
      bindForAssisted({
        assistanceId,
        name: name.trim(),
        identityNumber: identityNumber.trim(),
        visitedBefore: visited === 'before',
      }),
    );
    if (bound === null) return;
    await refreshMe();
    void wx.showToast({ title: '绑好了', icon: 'success' });
    goBack();
  },

  onRefusalClose() {
    this.setData({ refusal: null });
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    this.setData({ refusal: null });
    followAction(event.detail.kind, { retry: () => void this.refresh() });
  },
});
