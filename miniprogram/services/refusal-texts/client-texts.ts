import type { CommonRefusals } from '@core/contract/procedure';
import type { ClientRefusals } from '../client-answer';
import type { TextsFor } from './refusal-text';

const retry = { label: '再试一次', kind: 'retry' } as const;

/** No answer, or one that any procedure may give. */
export const clientTexts: TextsFor<ClientRefusals & CommonRefusals> = {
  OFFLINE: () => ({
    title: '手机没有网络',
    reason: '刚才的操作没有发出去，什么都没有改变。',
    next: '请打开 Wi-Fi 或移动数据，再试一次。',
    action: retry,
  }),
  CUT_OFF: () => ({
    title: '网络刚刚断了',
    reason: '刚才这一下可能已经办好，也可能还没有。',
    next: '连上网再点“再试一次”，不会重复办理，也不会重复扣钱。',
    action: retry,
  }),
  TIMEOUT: () => ({
    title: '等了很久没有回音',
    reason: '网络可能较慢。再试一次不会重复办理，也不会重复扣钱。',
    next: '请稍等片刻再试。',
    action: retry,
  }),
  SERVICE_DOWN: () => ({
    title: '医院的服务暂时连不上',
    reason: '您已有的预约和付款都还在。再试一次不会重复办理。',
    next: '请过一会儿再试；着急的话请打医院电话。',
    action: retry,
  }),
  INVALID_INPUT: () => ({
    title: '填写的内容不完整',
    reason: '有一项没有填对，没有提交成功。',
    next: '请检查一遍再提交。',
    action: { label: '知道了', kind: 'dismiss' },
  }),
  REQUEST_ID_REUSED: () => ({
    title: '这次操作已经提交过',
    reason: '为了不重复办理，没有再次提交。',
    next: '请返回上一页，看看结果。',
    action: { label: '返回', kind: 'back' },
  }),
  NOT_FOUND: () => ({
    title: '没有找到',
    reason: '它可能已经改动，或者不在您的名下。',
    next: '请返回上一页，重新打开。',
    action: { label: '返回', kind: 'back' },
  }),
  FAULT: ({ requestId }) => ({
    title: '医院的服务出了点问题',
    reason: '您已有的预约和付款都还在。再试一次不会重复办理。',
    next: `还不行请打医院电话，报编号 ${requestId.slice(-6)}，工作人员能查到原因。`,
    action: retry,
  }),
  BUSY: () => ({
    title: '现在办理的人很多',
    reason: '这次没有办成，什么都没有改变。',
    next: '请再试一次。',
    action: retry,
  }),
};
