import { stageOfMonths, type AgeStage, type Pregnancy, type Sex, type Subject } from './subject';

/** What a text says of the person: every stage that it hints at, since a text may speak of two people. */
export interface SubjectCues {
  readonly stages: readonly AgeStage[];
  readonly sexes: readonly Sex[];
  readonly pregnancy: readonly Pregnancy[];
}

const NUMBER = '([0-9]{1,3}|[一二两三四五六七八九])';
const DIGITS = '零一二三四五六七八九';
const DAYS = new RegExp(`${NUMBER} ?天(?:大|的?(?:娃娃|娃|宝宝|孩子|婴儿|小宝))`, 'g');
const DAYS_BEHIND = new RegExp(
  `(?:宝宝|宝贝|婴儿|娃|孩子|小孩|出生|生下来)(?:才|刚|就)?${NUMBER}天(?=[,。;]|$|喝奶|吃奶|吐奶)`,
  'g',
);
const WEEKS = new RegExp(`${NUMBER} ?周大?的?(?:娃娃|娃|宝宝|孩子|婴儿|小宝)`, 'g');
const YEARS = new RegExp(`${NUMBER} ?(?:周?岁|岁半)`, 'g');
const MONTHS = new RegExp(`${NUMBER} ?个?多?月(?:大|的?(?:宝宝|宝贝|婴儿|孩子|小孩|娃))`, 'g');
const MONTHS_BEHIND = new RegExp(`(?:宝宝|宝贝|婴儿|孩子|小孩|娃|矫正|才|刚|不到|出生)${NUMBER}个半?月`, 'g');
const NEWBORN =
  /新生儿|刚出生|刚生下来|出生(?:[0-9]{1,2}|[一二两三四五六七八九])[天日]|出生(?:一|两|三|[1-3])个?(?:周|星期|礼拜)|没满月|未满月|不满月|满月没几天|刚满月|出月子的宝宝/;
const INFANT = /婴儿|吃奶的|吐奶|奶娃|小宝宝|几个月大/;
const CHILD =
  /宝宝|宝贝|孩子|小孩|小朋友|娃|小儿|幼儿|儿童|儿子|女儿|闺女|孙子|孙女|外孙|小男孩|小女孩|男孩|女孩|男童|女童|小学|幼儿园|学前/;
/** A child is spoken of, but is not the patient. */
const NOT_THE_CHILD =
  /(?:生|要|怀|抱|带|喂|想|备|管)(?:完|了|过|不上|得上)?(?:个|着|大|小|二胎|第二个|头一个)*(?:孩子|宝宝|小孩|娃|儿子|女儿)|(?:孩子|宝宝|娃)(?:能要|可以要|还能要|没动|不动|动得少|胎动|他妈|的妈)|(?:奶|抱|接送|照顾)(?:孩子|宝宝|娃|孙子)|奶娃的?妈|觉得宝宝|宝宝动|孩子动/g;
const PREGNANT =
  /怀孕|怀了?[0-9一二三四五六七八九十两]+个?多?月|快生了|刚验出|怀着|怀上|孕妇|有孕|身孕|妊娠|早孕|孕(?:早|中|晚)期|孕[0-9一二三四五六七八九]|孕期|孕周|胎动|羊水|怀了|大着肚子|产检|破水|要生了|待产|临产|预产|[0-9]+周.{0,4}(?:胎|宫缩)|验孕棒.{0,4}(?:两道|阳)|唐筛|羊穿|肚子里的?(?:宝宝|孩子|娃|胎)|(?:^|[^0-9])(?:[12][0-9]|3[0-9]|4[0-2])周(?:[^岁0-9]|$)/;
const NOT_PREGNANT =
  /没怀孕|没有怀孕|未孕|未怀孕|不是怀孕|不怀孕|没怀上|怀不上|备孕|想怀孕|怀孕前|不想怀孕|避孕|想要怀孕|能怀孕|怀上孕/g;
const POSTPARTUM =
  /产后|剖[腹宫]产(?:的|后)?[伤刀]口|坐月子|月子里|刚生完|生完(?:孩子|娃|宝宝|小孩|二胎)|恶露|顺产后|剖腹产后|剖宫产后|喂奶|哺乳|生了孩子|生娃后|出月子/;
const FEMALE =
  /女|她|老婆|媳妇|妻子|妈|奶奶|姥姥|外婆|阿姨|婆婆|月经|例假|大姨妈|经期|白带|怀孕|孕|子宫|卵巢|阴道|宫颈|老太|闺女|孙女|姐|妹|绝经/;
const MALE =
  /男|老公|丈夫|爸|爷爷|姥爷|外公|老头|儿子|孙子|哥|弟|叔|舅|岳父|公公|前列腺|阴茎|睾丸|蛋蛋|龟头|包皮|阴囊|精子|射精|勃起|胡子|小鸡鸡|鸡鸡/;
const ELDER = /老人|老头|老太|爷爷|奶奶|姥姥|姥爷|外婆|外公|老年|上年纪|岁数大/;
const GROWN = /老公|老婆|媳妇|妻子|丈夫|上班|工作|结婚|我爸|我妈|爸爸今年|妈妈今年|喝酒|抽烟|同房|性生活/;

const valueOf = (written: string): number => {
  const digit = DIGITS.indexOf(written === '两' ? '二' : written);
  return digit >= 0 && written.length === 1 ? digit : Number(written);
};

/** Stages by a number that is said; empty where none is. */
function statedStages(text: string): AgeStage[] {
  const stages: AgeStage[] = [];
  for (const [, years] of text.matchAll(YEARS)) stages.push(stageOfMonths(valueOf(years ?? '') * 12));
  for (const pattern of [MONTHS, MONTHS_BEHIND])
    for (const [, months] of text.matchAll(pattern)) stages.push(stageOfMonths(valueOf(months ?? '')));
  for (const pattern of [DAYS, DAYS_BEHIND])
    for (const [, days] of text.matchAll(pattern))
      stages.push(stageOfMonths(valueOf(days ?? '') < 28 ? 0 : valueOf(days ?? '') / 30));
  for (const [, weeks] of text.matchAll(WEEKS)) stages.push(stageOfMonths((valueOf(weeks ?? '') * 7) / 30));
  if (NEWBORN.test(text)) stages.push('newborn');
  return stages;
}

/** @param text normalised. */
export function readSubject(text: string): SubjectCues {
  const ofPregnancy = text.replace(NOT_PREGNANT, ' ');
  const pregnancy: Pregnancy[] = [];
  if (PREGNANT.test(ofPregnancy)) pregnancy.push('pregnant');
  if (POSTPARTUM.test(text)) pregnancy.push('postpartum');

  const stated = statedStages(text);
  const stages: AgeStage[] = [...stated];
  if (stated.length === 0) {
    const ofChild = text.replace(NOT_THE_CHILD, ' ');
    if (pregnancy.length === 0 && INFANT.test(ofChild)) stages.push('infant');
    else if (pregnancy.length === 0 && CHILD.test(ofChild)) stages.push('child');
    else if (ELDER.test(text)) stages.push('elder');
    else if (GROWN.test(text)) stages.push('adult');
  }
  const sexes: Sex[] = [];
  if (FEMALE.test(text)) sexes.push('female');
  if (MALE.test(text)) sexes.push('male');
  return { stages, sexes, pregnancy };
}

/** What was asked of the person counts before what the text hints at. */
export function subjectOf(given: Subject, cues: SubjectCues): Subject {
  const only = <T>(values: readonly T[]): T | null => (values.length === 1 ? (values[0] ?? null) : null);
  const pregnancy = given.pregnancy ?? cues.pregnancy[0] ?? null;
  return {
    stage: given.stage ?? cues.stages[0] ?? null,
    sex: given.sex ?? (pregnancy === 'pregnant' || pregnancy === 'postpartum' ? 'female' : only(cues.sexes)),
    pregnancy,
  };
}
