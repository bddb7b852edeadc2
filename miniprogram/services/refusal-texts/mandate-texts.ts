import type { MandateRefusals } from '@core/contract/mandate-refusals';
import type { RefusalText, TextsFor } from './refusal-text';

const newCode = (title: string, reason: string): RefusalText => ({
  title,
  reason,
  next: '请对方在手机上点“换一个新码”，再扫一次。',
  action: { label: '知道了', kind: 'dismiss' },
});

/** Acting for somebody else: relatives and volunteers. */
export const mandateTexts: TextsFor<MandateRefusals> = {
  OWN_CARD_MISSING: () => ({
    title: '请先绑好您自己的卡',
    reason: '家人要看到是谁在请求，才敢点同意。',
    next: '绑好本人的卡，再回到这里。',
    action: { label: '绑定本人的卡', kind: 'bind' },
  }),
  PAIRING_UNKNOWN: () => ({
    title: '没有找到这个码',
    reason: '可能少输了一位，或者扫的不是医路通的码。',
    next: '请核对 8 位数字，或请对方换一个新码。',
    action: { label: '再试一次', kind: 'dismiss' },
  }),
  PAIRING_EXPIRED: () => newCode('这个码过期了', '码只在一段时间里有用，这样更安全。'),
  PAIRING_USED: () => newCode('这个码已经用过了', '每个码只能用一次。'),
  PAIRING_OWN: () => ({
    title: '这是您自己的码',
    reason: '码要在另一个人的手机上用。',
    next: '请把它给对方扫，或念给对方听。',
    action: { label: '知道了', kind: 'dismiss' },
  }),
  RELATIVE_FULL: ({ maximum }) => ({
    title: '对方绑的人满了',
    reason: `一个微信最多绑 ${maximum} 位就诊人，对方已经到上限。`,
    next: '请对方先解绑一位，再点一次同意。',
    action: { label: '知道了', kind: 'dismiss' },
  }),
  CONSENT_TERMS: () => ({
    title: '这样选还不行',
    reason: '至少要选一件事，时间也要从给出的里面选。',
    next: '请再选一次。',
    action: { label: '去选', kind: 'retry' },
  }),
  HELP_ALREADY_ASKED: () => ({
    title: '已经在找志愿者了',
    reason: '您刚才请求过帮助，还没有结束。',
    next: '请在原地等一等；换了地方，先取消再重新请求。',
    action: { label: '知道了', kind: 'retry' },
  }),
  HELP_TAKEN: () => ({
    title: '已经有人去了',
    reason: '另一位志愿者先接了，或者患者取消了。',
    next: '请看看还有谁需要帮忙。',
    action: { label: '看名单', kind: 'retry' },
  }),
  ASSISTING_ALREADY: () => ({
    title: '正在帮助另一位患者',
    reason: '一位志愿者一次只能帮一位，免得弄混。',
    next: '请先结束正在进行的帮助。',
    action: { label: '知道了', kind: 'retry' },
  }),
  ASSISTANCE_OVER: () => ({
    title: '这次帮助已经结束',
    reason: '时间到了，或者有一方点了结束。',
    next: '还要帮忙，请再扫一次患者的求助码。',
    action: { label: '知道了', kind: 'retry' },
  }),
  ASSISTANCE_TERMS: () => ({
    title: '这样选还不行',
    reason: '至少要选一件事，时间也要从给出的里面选。',
    next: '请再选一次。',
    action: { label: '去选', kind: 'retry' },
  }),
  CARD_BOUND_ALREADY: () => ({
    title: '这位患者已经有卡了',
    reason: '一次帮助只为一位患者，不用再绑。',
    next: '可以直接帮着挂号。',
    action: { label: '知道了', kind: 'retry' },
  }),
  PERSON_MISMATCH: () => ({
    title: '和医院登记的对不上',
    reason: '这个身份证号在医院登记的是别的姓名或手机号。',
    next: '请核对证件；手机号换了，先在收费系统里改登记。',
    action: { label: '再核对', kind: 'dismiss' },
  }),
};
