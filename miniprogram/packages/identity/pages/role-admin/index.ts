import type { StaffRole } from '@core/contract/access';
import type { RoleLine } from '@core/contract/identity';
import { api } from '../../../../services/api';
import { runOnce } from '../../../../services/busy-page';
import { createCommand } from '../../../../services/command';
import { followAction } from '../../../../services/follow-action';
import { afterRefresh, failedState, LOADING, READY, type LoadState } from '../../../../services/load-state';
import { definePage } from '../../../../services/page';
import type { ActionKind, RefusalText } from '../../../../services/refusal-texts/refusal-text';
import { roleOptions } from '../../role-words';
import { issuedWords, roleRow, type RoleRow } from './role-admin.view';

type AdminData = {
  load: LoadState;
  rows: readonly RoleRow[];
  roles: typeof roleOptions;
  role: StaffRole;
  label: string;
  practitionerId: string;
  labelError: string;
  doctorError: string;
  sheet: '' | 'issue' | 'issued' | 'revoke';
  issued: ReturnType<typeof issuedWords> | null;
  ending: RoleRow | null;
  busy: boolean;
  refusal: RefusalText | null;
};

const data: AdminData = {
  load: LOADING,
  rows: [],
  roles: roleOptions,
  role: 'volunteer',
  label: '',
  practitionerId: '',
  labelError: '',
  doctorError: '',
  sheet: '',
  issued: null,
  ending: null,
  busy: false,
  refusal: null,
};

const issueRoleCode = createCommand(api.identity.issueRoleCode);
const revokeRole = createCommand(api.identity.revokeRole);

definePage({
  data,

  onShow() {
    void this.refresh();
  },

  async refresh() {
    const answer = await api.identity.listRoles({});
    if (answer.ok) this.show(answer.value);
    else this.setData({ load: afterRefresh(this.data.load, failedState(answer)) });
  },

  show(lines: readonly RoleLine[]) {
    this.setData({ load: READY, rows: lines.map(roleRow) });
  },

  onOpenIssue() {
    this.setData({ sheet: 'issue', label: '', practitionerId: '', labelError: '', doctorError: '' });
  },

  onCloseSheet() {
    // A code that was shown is shown once.
    this.setData({ sheet: '', issued: null });
  },

  onRole(event: WechatMiniprogram.CustomEvent<{ value: StaffRole }>) {
    this.setData({ role: event.detail.value });
  },

  onField(event: WechatMiniprogram.CustomEvent<{ name: string; value: string }>) {
    const { name, value } = event.detail;
    if (name === 'label') this.setData({ label: value, labelError: '' });
    else this.setData({ practitionerId: value, doctorError: '' });
  },

  async onIssue() {
    const { role, label, practitionerId } = this.data;
    const labelError = label.trim() === '' ? '请写是谁，比如 门诊护士站小陈' : '';
    const doctorError = role === 'doctor' && practitionerId.trim() === '' ? '请写医生在医院资料里的编号' : '';
    this.setData({ labelError, doctorError });
    if (labelError !== '' || doctorError !== '') return;
    const input = {
      role,
      label: label.trim(),
      practitionerId: role === 'doctor' ? practitionerId.trim() : null,
    };
    const issued = await runOnce(this, () => issueRoleCode(input));
    if (issued === null) return;
    this.setData({ sheet: 'issued', issued: issuedWords(issued.value, Date.now()) });
    await this.refresh();
  },

  onRevokeAsk(event: WechatMiniprogram.TouchEvent) {
    const id = event.currentTarget.dataset['id'] as string;
    const ending = this.data.rows.find(({ grantId }) => grantId === id) ?? null;
    this.setData({ ending, sheet: ending === null ? '' : 'revoke' });
  },

  async onRevoke() {
    const grantId = this.data.ending?.grantId;
    if (grantId === undefined) return;
    const revoked = await runOnce(this, () => revokeRole({ grantId }));
    this.setData({ sheet: '' });
    if (revoked !== null) this.show(revoked.value);
  },

  onRefusalClose() {
    this.setData({ refusal: null });
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    this.setData({ refusal: null });
    followAction(event.detail.kind, { retry: () => void this.refresh() });
  },
});
