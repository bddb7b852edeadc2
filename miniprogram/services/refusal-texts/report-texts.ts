import type { ReportRefusals } from '@core/contract/report';
import type { TextsFor } from './refusal-text';

/** Reports. */
export const reportTexts: TextsFor<Omit<ReportRefusals, 'SIGNED_OUT'>> = {
  OTHER_DESK: () => ({
    title: '不归您这个台',
    reason: '化验结果由检验台登记，影像结果由检查台登记。什么都没有改。',
    next: '换到对应的台，或请管理员给您开通那个台。',
    action: { label: '知道了', kind: 'dismiss' },
  }),
  NOTHING_TO_ACKNOWLEDGE: () => ({
    title: '这份不用再确认',
    reason: '它已经确认过，或者检验台刚发来更正的一份。',
    next: '请刷新后看最新的一份。',
    action: { label: '刷新', kind: 'retry' },
  }),
};
