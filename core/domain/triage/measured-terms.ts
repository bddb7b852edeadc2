/** 38.5度, 39℃, 三十九度 (already in digits). */
const TEMPERATURE = /(3[5-9]|4[0-2])(?:[.点](\d))?\s?(?:度|℃|°|c)(\d)?/g;
const BLOOD_PRESSURE = /(?:血压|高压)[^\d]{0,6}(\d{2,3})/g;

/** 20片安眠药, 安定30多粒 (numbers in digits). */
const PILLS = /([1-9]\d)多?[片粒颗]/;

const FEVER_FROM = 37.3;
const HIGH_FEVER_FROM = 39;
const VERY_HIGH_PRESSURE_FROM = 180;
const PREGNANCY_PRESSURE_FROM = 140;

/** What measured and counted values in a text stand for. Numbers are never denied: a temperature of 36.5 is simply no fever. */
export function measuredTerms(text: string): readonly string[] {
  const terms: string[] = [];
  for (const [, whole, tenths, behind] of text.matchAll(TEMPERATURE)) {
    const degrees = Number(`${whole ?? ''}.${tenths ?? behind ?? '0'}`);
    if (degrees >= FEVER_FROM) terms.push('fever');
    if (degrees >= HIGH_FEVER_FROM) terms.push('high-fever');
  }
  for (const [, upper] of text.matchAll(BLOOD_PRESSURE)) {
    const pressure = Number(upper);
    if (pressure >= VERY_HIGH_PRESSURE_FROM) terms.push('very-high-pressure');
    if (pressure >= PREGNANCY_PRESSURE_FROM) terms.push('high-blood-pressure');
  }
  if (PILLS.test(text) && /吃|吞|服|喝/.test(text)) terms.push('overdose');
  return terms;
}
