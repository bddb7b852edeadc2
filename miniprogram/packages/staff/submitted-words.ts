import type { Submitted } from '@core/contract/report';
import type { RefusalText } from '../../services/refusal-texts/refusal-text';
import { reasonText } from './reason-words';

type Accepted = Extract<Submitted, { readonly state: 'accepted' }>;

const sheet = (title: string, reason: string, next: string): RefusalText => ({
  title,
  reason,
  next,
  action: { label: '知道了', kind: 'dismiss' },
});

const TELL = '请同时按规定打电话告诉开单医生。';
const DONE = '不用再做什么。';

function acceptedText({ becomes, critical }: Accepted): RefusalText {
  switch (becomes) {
    case 'awaiting-doctor':
      return sheet('收下了，等医生确认', '有危急值：医生确认以前，患者看不到。', TELL);
    case 'pending':
      return critical
        ? sheet('存为初步结果，有危急值', '初步结果患者看不到，医生也还没有收到提醒。', TELL)
        : sheet('存为初步结果', '患者看不到，也没有收到消息。', '审核好了，再发一次“正式报告”。');
    case 'withdrawn':
      return sheet('收回了', '患者看不到了；看到过的人会收到消息。', '要重新出报告，再点一次“填结果”。');
    case 'released':
      return sheet('收下了', '患者现在能看到，也收到了消息。', DONE);
  }
}

/** What became of a report that a desk handed in. */
export function submittedText(submitted: Submitted): RefusalText {
  if (submitted.state === 'quarantined') {
    const reasons = submitted.reasons.map(reasonText).join('；');
    return sheet('没有收进来', `${reasons}。`, '文件留在“没收进来的”里；患者什么也没看到。');
  }
  if (submitted.state === 'known') return sheet('已经收过', '和之前收到的一模一样，没有再收一次。', DONE);
  return acceptedText(submitted);
}
