import type { IdentityRefusals } from '@core/contract/identity';
import { spokenInstant } from '../dates';
import { mandateTexts } from './mandate-texts';
import type { RefusalText, TextsFor } from './refusal-text';

const fixField = (title: string, reason: string): RefusalText => ({
  title,
  reason,
  next: '请对照证件改一下。',
  action: { label: '去修改', kind: 'dismiss' },
});

/** Who the caller is and whom they care for. */
export const identityTexts: TextsFor<IdentityRefusals> = {
  ...mandateTexts,
  SIGNED_OUT: () => ({
    title: '您还没有登录',
    reason: '登录后才能看到和办理自己的事情。',
    next: '用微信登录，不需要密码。',
    action: { label: '微信登录', kind: 'sign-in' },
  }),
  CONSENT_MISSING: () => ({
    title: '需要您先同意',
    reason: '办理这件事要用到身份和健康信息，须先征得您的同意。',
    next: '不同意也可以继续看科室和医生。',
    action: { label: '去看说明', kind: 'consent' },
  }),
  CONSENT_OUTDATED: () => ({
    title: '说明有更新',
    reason: '您看的时候，这份说明换成了新的一版。',
    next: '请看过新的一版再决定。',
    action: { label: '看新的一版', kind: 'retry' },
  }),
  PHONE_MISSING: () => ({
    title: '请先验证手机号',
    reason: '医院用手机号核对就诊人，也用它联系您。',
    next: '点“用微信手机号验证”，不用等短信。',
    action: { label: '去验证', kind: 'dismiss' },
  }),
  PHONE_CODE_REJECTED: () => ({
    title: '手机号没有验证成功',
    reason: '微信给的这次验证过了时间。',
    next: '请再点一次“用微信手机号验证”。',
    action: { label: '知道了', kind: 'dismiss' },
  }),
  IDENTITY_NUMBER_LENGTH: () => fixField('身份证号不是 18 位', '身份证号一共 18 位，数一数有没有多或少。'),
  IDENTITY_NUMBER_CHARACTERS: () => fixField('身份证号里有别的字', '前 17 位都是数字，最后一位是数字或 X。'),
  IDENTITY_NUMBER_BIRTH_DATE: () =>
    fixField('出生日期不对', '第 7 到 14 位是出生年月日，这一天不存在或还没到。'),
  IDENTITY_NUMBER_CHECK_DIGIT: () => fixField('身份证号有一位不对', '最后一位与前面的数字对不上。'),
  NAME_INVALID: () => fixField('姓名不能这样写', '请写证件上的姓名，不要带数字和符号。'),
  CHILD_TOO_OLD: ({ belowYears }) => ({
    title: `已满 ${belowYears} 周岁`,
    reason: `只有未满 ${belowYears} 周岁的孩子可以由家长在这里绑定。`,
    next: '请本人用自己的微信绑定，或带证件到窗口办理。',
    action: { label: '知道了', kind: 'dismiss' },
  }),
  SELF_ALREADY_BOUND: () => ({
    title: '您本人的卡已经绑过了',
    reason: '一个微信只能绑一张本人的卡，这次填的是另一个身份证号。',
    next: '如果以前绑错了，请先解绑那张卡。',
    action: { label: '返回', kind: 'back' },
  }),
  TOO_MANY_PATIENTS: ({ maximum }) => ({
    title: `最多绑 ${maximum} 位就诊人`,
    reason: '已经到上限了。',
    next: '请先解绑不再需要的就诊人。',
    action: { label: '返回', kind: 'back' },
  }),
  SEE_WINDOW: ({ place, hours }) => ({
    title: '请到窗口核对',
    reason: '这里核对不了您填的信息，为了保护隐私，不显示具体原因。',
    next: `请带身份证到${place}办理，时间：${hours}。`,
    action: { label: '打电话问医院', kind: 'call' },
  }),
  ROLE_CODE_REJECTED: () => ({
    title: '这个工作身份码不能用',
    reason: '工作身份码只能用一次，24 小时内有效；也可能输错了。',
    next: '请核对一遍，或请管理员重新发一个。',
    action: { label: '再核对', kind: 'dismiss' },
  }),
  PRACTITIONER_MISMATCH: () => ({
    title: '没有这位医生',
    reason: '医生的工作身份码要对应医院名单里的一位医生，其他身份不用选医生。',
    next: '请核对医生编号。',
    action: { label: '去修改', kind: 'dismiss' },
  }),
  TOO_MANY_ATTEMPTS: ({ retryAt }) => ({
    title: '试的次数太多了',
    reason: '为了保护就诊人的信息，暂时不能再试。',
    next: `${spokenInstant(retryAt, Date.now())} 以后可以再试，也可以到窗口办理。`,
    action: { label: '打电话问医院', kind: 'call' },
  }),
  LIVE_APPOINTMENTS: ({ count }) => ({
    title: `还有 ${count} 个预约或退费没有办完`,
    reason: '它们办完之前，这张卡和您的信息还要用。',
    next: '请先取消预约，或等退费到账。',
    action: { label: '看我的预约', kind: 'visits' },
  }),
};
