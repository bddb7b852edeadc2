/** A page of the browser with one offence, and what the probe must say of it. */
export interface Offence {
  readonly rule: string;
  /** Put at the end of the page's root. */
  readonly html: string;
  readonly says: RegExp;
}

const offence = (rule: string, html: string, says: RegExp): Offence => ({ rule, html, says });

const LONG = '请提前十分钟到门诊楼二楼候诊，带上身份证和以前的病历。';

/** Every rule broken once, each on a page that is otherwise as it should be. */
export const OFFENCES: readonly Offence[] = [
  offence('the smallest type', '<p data-style="font-size:12px">小字</p>', /^type of 12, not 14/),
  offence('the type of sentences', `<p data-style="font-size:18px">${LONG}</p>`, /^type of 18, not 20/),
  offence(
    'the type of a body',
    '<wx-view class="body" data-style="font-size:18px">正文</wx-view>',
    /^body of 18/,
  ),
  offence('type without serifs', '<p data-style="font-family:SimSun,serif">宋体</p>', /^with serifs/),
  offence('the room between lines', `<p data-style="line-height:1.2">${LONG}</p>`, /^lines 1\.20 high/),
  offence(
    'the room between paragraphs',
    `<p data-style="margin:0">${LONG}</p><p data-style="margin:0">${LONG}</p>`,
    /^paragraphs 0 apart/,
  ),
  offence(
    'the contrast of words',
    '<p data-style="color:#8a8a8a">浅灰的字</p>',
    /^contrast of 3\.\d\d, not 4\.5/,
  ),
  offence(
    'the contrast of words half transparent',
    '<p data-style="opacity:0.5">半透明的字</p>',
    /^contrast of \d\.\d\d, not 4\.5/,
  ),
  offence(
    'the contrast of large words',
    '<p data-style="font-size:30px;color:#a0a0a0">浅灰的大字</p>',
    /^contrast of 2\.\d\d, not 3/,
  ),
  offence(
    'the contrast on a coloured ground',
    '<p data-style="background:#0b6b6a;color:#1f2422">深色底</p>',
    /^contrast of \d\.\d\d, not 4\.5/,
  ),
  offence(
    'the size of targets',
    '<div role="button" aria-label="换" data-style="width:40px;height:44px;font-size:20px">换</div>',
    /^target of 40×44/,
  ),
  offence(
    'the height of main buttons',
    '<div class="button--main"><button data-style="height:50px;width:200px;padding:0">挂号</button></div>',
    /^main button 50 high/,
  ),
  offence(
    'the width of the window',
    `<p data-style="width:600px;white-space:nowrap">${LONG}${LONG}</p>`,
    /^out of the window/,
  ),
  offence(
    'words that are cut off',
    `<div data-style="height:20px;overflow:hidden;width:100px"><p data-style="margin:0">${LONG}</p></div>`,
    /^cut off/,
  ),
  offence(
    'words shortened to dots',
    `<p data-style="width:120px;overflow:hidden;white-space:nowrap;text-overflow:ellipsis">${LONG}</p>`,
    /^shortened/,
  ),
  offence(
    'lines that are left out',
    `<p data-style="width:120px;overflow:hidden;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2">${LONG}</p>`,
    /^shortened/,
  ),
  offence(
    'the words in an empty field',
    `<input aria-label="姓名" data-style="width:120px;font-size:24px" placeholder="${LONG}">`,
    /^shortened “请提前/,
  ),
  offence(
    'what was typed into a field',
    '<input aria-label="通行码" data-style="width:120px;font-size:24px" value="ABCDEFGHIJKLMNOP">',
    /^shortened “ABCDEFGH/,
  ),
  offence(
    'the type of what was typed',
    '<input aria-label="姓名" value="周望舒" data-style="font-size:12px;height:60px">',
    /^type of 12, not 20/,
  ),
  offence(
    'the contrast of what was typed',
    '<input aria-label="姓名" value="周望舒" data-style="font-size:24px;height:60px;color:#c8c8c8">',
    /^contrast of 1\.\d\d, not \d/,
  ),
  offence(
    'the type of an empty field',
    '<textarea aria-label="哪里不舒服" placeholder="比如头疼" data-style="font-size:12px;height:60px"></textarea>',
    /^type of 12, not 20/,
  ),
  offence(
    'a target within a target',
    '<div role="button" aria-label="看这张单" data-style="padding:20px"><button role="button" data-style="height:60px;width:200px">付</button></div>',
    /^inside of another target: button/,
  ),
  offence(
    'the size of fields',
    '<input aria-label="姓名" data-style="width:200px;height:30px;font-size:20px">',
    /^target of \d+×36: input/,
  ),
  offence(
    'words on a picture',
    '<p data-style="color:#333;background-image:linear-gradient(#000,#333)">看不清</p>',
    /^words on a picture/,
  ),
  offence(
    'words put in by a style',
    '<style>#spoilt p::before { content: "小字"; font-size: 11px }</style><p>正文</p>',
    /^words put in by a style/,
  ),
  offence(
    'names of pictures that say nothing',
    '<div role="img" aria-label="图片" data-style="width:60px;height:60px"></div>',
    /^without a name/,
  ),
  offence(
    'words that stick out of their button',
    `<div role="button" data-style="width:100px;height:60px">${LONG}</div>`,
    /^sticks out of its button/,
  ),
  offence(
    'words that lie on each other',
    `<p data-style="margin:0">${LONG}</p><p data-style="margin:-30px 0 0">${LONG}</p>`,
    /^lies on “/,
  ),
  offence(
    'names of controls',
    '<div role="button" data-style="width:60px;height:60px"><i></i></div>',
    /^without a name: div/,
  ),
  offence('names of fields', '<input data-style="width:200px;height:60px">', /^without a name: input/),
  offence(
    'names of pictures',
    '<wx-image data-style="display:block;width:60px;height:60px"></wx-image>',
    /^without a name: wx-image/,
  ),
  offence(
    'names of drawings',
    '<wx-canvas data-style="display:block;width:60px;height:60px"></wx-canvas>',
    /^without a name: wx-canvas/,
  ),
  offence(
    'names of bars',
    '<div role="progressbar" data-style="width:200px;height:8px"></div>',
    /^without a name: div/,
  ),
  offence(
    'signs without words',
    '<div role="button" aria-label="分享" data-style="width:60px;height:60px"><i></i></div>',
    /^a sign without words/,
  ),
  offence('the number of nodes', '<wx-view></wx-view>'.repeat(1000), /^\d{4} nodes$/),
  offence('the depth of nodes', '<wx-view>'.repeat(30), /^nested \d\d deep/),
  offence(
    'the number of children',
    `<wx-view>${'<wx-view></wx-view>'.repeat(61)}</wx-view>`,
    /^61 nodes beside/,
  ),
];
