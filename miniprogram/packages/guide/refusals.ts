import type { RefusalText } from '../../services/refusal-texts/refusal-text';

/** The way to a place that the plan does not know. */
export const noSuchPlace = (asked: string): RefusalText => ({
  title: '医院的图上没有这个地方',
  reason: asked === '' ? '它可能已经搬走了。' : `图上还没有“${asked}”。`,
  next: '请看楼里的指示牌，或者问导诊台。也可以打电话问医院。',
  action: { label: '打电话问医院', kind: 'call' },
});

export const NOT_A_LOCATION: RefusalText = {
  title: '这不是医院的位置码',
  reason: '位置码贴在护士站、电梯旁和大厅的墙上，写着“我在这里”。',
  next: '请换一个码再扫；也可以自己选在哪里。',
  action: { label: '知道了', kind: 'dismiss' },
};

export const CAMERA_UNUSABLE: RefusalText = {
  title: '相机没有打开',
  reason: '可能没有允许微信使用相机。',
  next: '可以在手机设置里允许，也可以自己选在哪里。',
  action: { label: '知道了', kind: 'dismiss' },
};
