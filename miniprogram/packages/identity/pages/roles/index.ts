import type { HeldRole, Me } from '@core/contract/identity';
import { api } from '../../../../services/api';
import { runOnce } from '../../../../services/busy-page';
import { createCommand } from '../../../../services/command';
import { followAction } from '../../../../services/follow-action';
import { afterRefresh, failedState, LOADING, READY, type LoadState } from '../../../../services/load-state';
import { definePage } from '../../../../services/page';
import type { ActionKind, RefusalText } from '../../../../services/refusal-texts/refusal-text';
import { adoptMe, refreshMe } from '../../../../services/session';
import { ROLE_NAMES } from '../../role-words';

type RolesData = {
  load: LoadState;
  roles: readonly { readonly key: string; readonly name: string; readonly label: string }[];
  code: string;
  codeError: string;
  busy: boolean;
  refusal: RefusalText | null;
};

const data: RolesData = { load: LOADING, roles: [], code: '', codeError: '', busy: false, refusal: null };

const redeemRoleCode = createCommand(api.identity.redeemRoleCode);

const roleRows = (roles: readonly HeldRole[]): RolesData['roles'] =>
  roles.map(({ role, label }, index) => ({ key: `${role} ${index}`, name: ROLE_NAMES[role], label }));

definePage({
  data,

  onShow() {
    void this.refresh();
  },

  async refresh() {
    const answer = await refreshMe();
    if (answer.ok) this.show(answer.value);
    else this.setData({ load: afterRefresh(this.data.load, failedState(answer)) });
  },

  show({ roles }: Me) {
    this.setData({ load: READY, roles: roleRows(roles) });
  },

  onCode(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ code: event.detail.value, codeError: '' });
  },

  async onRedeem() {
    const code = this.data.code.trim();
    if (code === '') {
      this.setData({ codeError: '请输入管理员给您的码' });
      return;
    }
    const redeemed = await runOnce(this, async () => adoptMe(await redeemRoleCode({ code })));
    if (redeemed === null) return;
    this.setData({ code: '' });
    this.show(redeemed.value);
    void wx.showToast({ title: '可以用了', icon: 'success' });
  },

  onRefusalClose() {
    this.setData({ refusal: null });
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    this.setData({ refusal: null });
    followAction(event.detail.kind, { retry: () => void this.refresh() });
  },
});
