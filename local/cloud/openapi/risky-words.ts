/** A text that content safety finds, and what it makes of it. */
export interface RiskyWord {
  text: string;
  suggest: 'risky' | 'review';
  /** WeChat's category, see `LABELS`. */
  label: number;
}

/** Categories of security.msgSecCheck (developers.weixin.qq.com, api_msgseccheck). */
export const LABELS = {
  normal: 100,
  advertisement: 10001,
  politics: 20001,
  pornography: 20002,
  abuse: 20003,
  crime: 20006,
  fraud: 20008,
  vulgarity: 20012,
  copyright: 20013,
  other: 21000,
} as const;

/**
 * The list stands in for WeChat's own judgement, which is a model of its own and cannot be had
 * offline: it lets a program meet every answer, and finds nothing else. The first two are the samples
 * that WeChat itself gives for trying version 1.
 */
export const RISKY_WORDS: readonly RiskyWord[] = [
  { text: '特3456书yuuo莞6543李zxcz蒜7782法fgnv级', suggest: 'risky', label: LABELS.politics },
  { text: '完2347全dfji试3726测asad感3847知qwez到', suggest: 'risky', label: LABELS.politics },
  { text: '代开发票', suggest: 'risky', label: LABELS.crime },
  { text: '刷单返现', suggest: 'risky', label: LABELS.fraud },
  { text: '加微信领红包', suggest: 'review', label: LABELS.advertisement },
  { text: '你这个蠢货', suggest: 'review', label: LABELS.abuse },
];
