/** What the hospital has to say. Each kind has its fields in the contract and its words on the phone. */
export const MESSAGE_KINDS = [
  'report-ready',
  'report-amended',
  'report-withdrawn',
  'critical-reported',
  'session-stopped',
  'add-on-granted',
  'admission-changed',
  'called-to-room',
] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** What a field of a WeChat template can say. */
export const TEMPLATE_VALUES = ['patient', 'what', 'time', 'advice', 'place'] as const;
export type TemplateValue = (typeof TEMPLATE_VALUES)[number];
