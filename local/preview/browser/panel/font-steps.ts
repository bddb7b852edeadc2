/**
 * WeChat's eight font sizes: size in px and what it is called. The scale factor is the size against the
 * standard 17. The sizes are iOS's steps with one between, as Android has. [COMM]
 */
export const fontSteps: readonly (readonly [size: number, label: string])[] = [
  [15, '小'],
  [16, '较小'],
  [17, '标准'],
  [18, '较大'],
  [19, '大'],
  [20, '特大'],
  [22, '超大'],
  [24, '关怀'],
];

const standard = 17;

/** The settings of a step. */
export const fontSettings = (size: number): { fontSizeSetting: number; fontSizeScaleFactor: number } => ({
  fontSizeSetting: size,
  fontSizeScaleFactor: Math.round((size / standard) * 100) / 100,
});
