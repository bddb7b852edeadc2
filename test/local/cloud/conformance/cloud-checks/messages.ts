import assert from 'node:assert/strict';
import type { SubscribeTemplate } from '../../../../../local/cloud';
import type { CloudCheck, CloudCheckEnvironment } from '../cloud-check';
import { refused } from '../expect';
import type { Data } from '../sdk';

const SEND = 'developers.weixin.qq.com, subscribeMessage.send';
const FIELDS = `${SEND}, 订阅消息参数值内容限制说明`;
const PROMPT = 'developers.weixin.qq.com, wx.requestSubscribeMessage';

const TEMPLATES: SubscribeTemplate[] = [
  {
    id: 'TURN',
    title: '候诊提醒',
    fields: [
      { key: 'thing1', label: '科室' },
      { key: 'character_string2', label: '序号' },
      { key: 'phrase3', label: '状态' },
    ],
  },
  { id: 'TWIN', title: '候诊提醒', fields: [{ key: 'thing1' }] },
  { id: 'NEWS', title: '健康资讯', kind: 'long-term', fields: [{ key: 'thing1' }] },
  { id: 'GONE', title: '停用提醒', fields: [{ key: 'thing1' }], banned: true },
  {
    id: 'KINDS',
    title: '各种字段',
    fields: ['name1', 'amount2', 'time3', 'date4', 'number5', 'phone_number6', 'letter7', 'car_number8'].map(
      (key) => ({ key }),
    ),
  },
];
const OPTIONS = { subscribeTemplates: TEMPLATES, pages: () => ['pages/home/home'] };
const TURN = {
  thing1: { value: '内科' },
  character_string2: { value: 'A-012' },
  phrase3: { value: '请就诊' },
};
const KINDS = {
  name1: { value: '张三' },
  amount2: { value: '¥25.00元' },
  time3: { value: '2026年1月5日 15:01~16:00' },
  date4: { value: '2026-01-05' },
  number5: { value: '12.5' },
  phone_number6: { value: '+86-199-0000-0001' },
  letter7: { value: 'abc' },
  car_number8: { value: '粤A8Z888挂' },
};

const message = (more: Data = {}): Data => ({ touser: 'o-ann', templateId: 'TURN', data: TURN, ...more });
const send = ({ sdk, as }: CloudCheckEnvironment, more: Data = {}): Promise<Data> => {
  as({ functionName: 'open', openid: 'o-ann' });
  const subscribe = sdk.openapi['subscribeMessage'];
  assert.ok(subscribe?.['send']);
  return subscribe['send'](message(more));
};
const accept = ({ cloud }: CloudCheckEnvironment, ...tmplIds: string[]): Promise<unknown> =>
  cloud.messages.answer('o-ann', {
    tmplIds,
    choices: Object.fromEntries(tmplIds.map((id) => [id, 'accept'])),
    keep: false,
  });

const check = (
  name: string,
  source: string,
  run: (env: CloudCheckEnvironment) => Promise<void>,
): CloudCheck => ({ name, source, needs: 'local', options: OPTIONS, run });

/** A value of one field that is refused, in WeChat's words, though everything else fits. */
const refusesField = (key: string, value: unknown, told: string): CloudCheck =>
  check(`a message whose ${key} is ${JSON.stringify(value)} is refused`, FIELDS, async (env) => {
    const templateId = key in TURN ? 'TURN' : 'KINDS';
    await accept(env, templateId);
    const data = { ...(templateId === 'TURN' ? TURN : KINDS), [key]: { value } };
    await refused(send(env, { templateId, data }), 47003, `argument invalid! data.${key}.value ${told}`);
    assert.equal(env.cloud.messages.permissions()[0]?.left, 1);
  });

/** Subscription messages: who may be sent what. */
export const MESSAGE_CHECKS: CloudCheck[] = [
  check('one accepted prompt lets one message through', PROMPT, async (env) => {
    await accept(env, 'TURN');
    const sent = await send(env);
    assert.equal(sent['errCode'], 0);
    await refused(send(env), 43101, 'user refuse to accept the msg');
    const [received, ...more] = env.cloud.messages.list();
    assert.equal(more.length, 0);
    assert.deepEqual(received?.data[0], { key: 'thing1', label: '科室', value: '内科' });
  }),
  check('a message to a user who never accepted is refused', SEND, async (env) => {
    await refused(send(env), 43101, 'user refuse to accept the msg');
    assert.deepEqual(env.cloud.messages.list(), []);
  }),
  check('a rejected prompt lets nothing through', PROMPT, async (env) => {
    const answer = { tmplIds: ['TURN'], choices: { TURN: 'reject' }, keep: false };
    assert.deepEqual(await env.cloud.messages.answer('o-ann', answer), { TURN: 'reject' });
    await refused(send(env), 43101, 'user refuse');
  }),
  check('a long-term template needs one acceptance for all its messages', PROMPT, async (env) => {
    await accept(env, 'NEWS');
    const news = { templateId: 'NEWS', data: { thing1: { value: '流感季到了' } } };
    await send(env, news);
    await send(env, news);
    assert.equal(env.cloud.messages.list().length, 2);
  }),
  check('a user who turns messages off gets none, whatever was accepted before', SEND, async (env) => {
    await accept(env, 'TURN');
    await env.cloud.messages.changeSettings('o-ann', { mainSwitch: false, kept: {} });
    await refused(send(env), 43101, 'user refuse');
  }),
  check('an unknown template is refused', SEND, async (env) => {
    await refused(send(env, { templateId: 'NONE' }), 40037, 'invalid template_id');
  }),
  check('a receiver that is no openid is refused', SEND, async (env) => {
    await refused(send(env, { touser: '' }), 40003, 'invalid openid');
    await refused(send(env, { touser: { $ne: 1 } }), 40003, 'invalid openid');
  }),
  check('a page that the mini program does not have is refused', SEND, async (env) => {
    await accept(env, 'TURN');
    await refused(send(env, { page: 'pages/none/none?x=1' }), 41030, 'invalid page');
    await send(env, { page: 'pages/home/home?x=1' });
    assert.equal(env.cloud.messages.list()[0]?.page, 'pages/home/home?x=1');
  }),
  check('values of every kind arrive as they are', FIELDS, async (env) => {
    await accept(env, 'KINDS');
    await send(env, { templateId: 'KINDS', data: KINDS });
    const values = env.cloud.messages.list()[0]?.data.map(({ key, value }) => [key, { value }]);
    assert.deepEqual(Object.fromEntries(values ?? []), KINDS);
  }),
  refusesField('thing1', '一'.repeat(21), 'invalid'),
  refusesField('thing1', '', 'is empty'),
  refusesField('character_string2', '编号', 'invalid'),
  refusesField('phrase3', '请马上去就诊', 'invalid'),
  refusesField('name1', '一二三四五六七八九十一', 'invalid'),
  refusesField('amount2', '12345678901', 'invalid'),
  refusesField('time3', '下午三点', 'invalid'),
  refusesField('date4', '15:01', 'invalid'),
  refusesField('number5', '一', 'invalid'),
  refusesField('letter7', 'a1', 'invalid'),
  check('a prompt for templates of both types, too many, none, or unknown ones is refused', PROMPT, (env) => {
    const codeOf = (ids: unknown): unknown =>
      (env.cloud.messages.prompt('o-ann', ids) as { errCode?: number }).errCode;
    assert.deepEqual(
      [undefined, [], 'TURN', ['NONE'], ['TURN', 'NEWS'], ['1', '2', '3', '4', '5', '6']].map(codeOf),
      [10001, 10001, 10004, 20001, 20002, 20003],
    );
    return Promise.resolve();
  }),
  check('a prompt is not shown to a user who turned messages off', PROMPT, async (env) => {
    await env.cloud.messages.changeSettings('o-ann', { mainSwitch: false, kept: {} });
    const { errCode } = env.cloud.messages.prompt('o-ann', ['TURN']) as { errCode?: number };
    assert.equal(errCode, 20004);
  }),
  check('of two templates with one title one is asked for, a banned one never', PROMPT, (env) => {
    const prompt = env.cloud.messages.prompt('o-ann', ['TURN', 'TWIN', 'GONE']);
    assert.deepEqual(prompt, {
      ask: [{ id: 'TURN', title: '候诊提醒', fields: ['科室', '序号', '状态'] }],
      settled: { TWIN: 'filter', GONE: 'ban' },
    });
    return Promise.resolve();
  }),
  check('a choice that is kept answers later prompts, and each acceptance counts', PROMPT, async (env) => {
    const { messages } = env.cloud;
    await messages.answer('o-ann', { tmplIds: ['TURN'], choices: { TURN: 'accept' }, keep: true });
    assert.deepEqual(messages.prompt('o-ann', ['TURN']), { ask: [], settled: { TURN: 'accept' } });
    await messages.answer('o-ann', { tmplIds: ['TURN'], choices: {}, keep: false });
    await send(env);
    await send(env);
    await refused(send(env), 43101, 'user refuse');
  }),
  check(
    'the templates of the mini program can be listed',
    'developers.weixin.qq.com, subscribeMessage.getTemplateList',
    async ({ sdk, as }) => {
      as({ functionName: 'open' });
      const list = await sdk.openapi['subscribeMessage']?.['getTemplateList']?.({});
      const [turn, , news] = list?.['data'] as [Data, Data, Data];
      assert.equal(turn['priTmplId'], 'TURN');
      assert.ok(String(turn['content']).startsWith('科室:{{thing1.DATA}}'));
      assert.equal(news['type'], 3);
    },
  ),
];
