/** 38.5度, 39℃, 三十九度 (already in digits). */
const TEMPERATURE = /(3[5-9]|4[0-2])(?:[.点](\d))?\s?(?:度|℃|°|c)(\d)?/g;
/** 烧38.8, 体温 39.2: no unit. */
const FEVER_BARE = /(?:烧|体温|温度)[^\d,。;]{0,4}(3[7-9]|4[0-2])(?:\.(\d))?(?![\d周岁天个])/g;
const BLOOD_PRESSURE = /(?:血压|高压)[^\d]{0,6}(\d{2,3})/g;

/** 20片安眠药, 安定30多粒 (numbers in digits). */
const PILLS = /[1-9]\d多?[片粒颗]/;
const DRUG = /药|安眠|安定|胶囊|头孢|洛芬|唑仑|西泮|感冒灵/;
const SWALLOWED = /吃|吞|服|喝/;
const HEART_RATE = /(?<!胎)(?:心跳|心率|脉搏)[^\d,。;]{0,8}(\d{2,3})/g;
const OXYGEN = /血氧[^\d,。;]{0,10}(\d{2})(?!\d)/g;
const SUGAR = /血糖[^\d,。;]{0,8}(\d{1,2}(?:\.\d)?)/g;
const PLATELETS = /血小板[^\d,。;一二三四五六七八九]{0,6}(\d{1,3}|[一二三四五六七八九])(?![\d万千百个项])/g;

const FEVER_FROM = 37.3;
const HIGH_FEVER_FROM = 39;
const VERY_HIGH_PRESSURE_FROM = 180;
const PREGNANCY_PRESSURE_FROM = 140;
/** Beats in a minute. */
const FAST_HEART_FROM = 150;
const SLOW_HEART_TO = 40;
/** Per cent. */
const LOW_OXYGEN_TO = 93;
/** mmol/L. */
const LOW_SUGAR_BELOW = 3;
const HIGH_SUGAR_FROM = 16;
/** 10⁹/L. */
const LOW_PLATELETS_TO = 20;

/** What measured and counted values in a text stand for. Numbers are never denied: a temperature of 36.5 is simply no fever. */
export function measuredTerms(text: string): readonly string[] {
  const terms: string[] = [];
  for (const [, whole, tenths, behind] of [...text.matchAll(TEMPERATURE), ...text.matchAll(FEVER_BARE)]) {
    const degrees = Number(`${whole ?? ''}.${tenths ?? behind ?? '0'}`);
    if (degrees >= FEVER_FROM) terms.push('fever');
    if (degrees >= HIGH_FEVER_FROM) terms.push('high-fever');
  }
  for (const [, upper] of text.matchAll(BLOOD_PRESSURE)) {
    const pressure = Number(upper);
    if (pressure >= VERY_HIGH_PRESSURE_FROM) terms.push('very-high-pressure');
    if (pressure >= PREGNANCY_PRESSURE_FROM) terms.push('high-blood-pressure');
  }
  if (PILLS.test(text) && DRUG.test(text) && SWALLOWED.test(text)) terms.push('overdose');
  return [...terms, ...bloodTerms(text)];
}

/** What the fingertip, the meter and the laboratory say. */
function bloodTerms(text: string): readonly string[] {
  const terms: string[] = [];
  const values = (pattern: RegExp): readonly number[] =>
    [...text.matchAll(pattern)].map(
      ([, written = '']) => Number(written) || ' 一二三四五六七八九'.indexOf(written),
    );
  for (const beats of values(HEART_RATE))
    if (beats >= FAST_HEART_FROM || beats <= SLOW_HEART_TO) terms.push('heart-rate-danger');
  for (const share of values(OXYGEN)) if (share <= LOW_OXYGEN_TO) terms.push('low-oxygen');
  for (const sugar of values(SUGAR)) {
    if (sugar < LOW_SUGAR_BELOW) terms.push('glucose-low');
    if (sugar >= HIGH_SUGAR_FROM) terms.push('diabetes-term');
  }
  for (const count of values(PLATELETS)) if (count <= LOW_PLATELETS_TO) terms.push('low-platelets');
  return terms;
}
