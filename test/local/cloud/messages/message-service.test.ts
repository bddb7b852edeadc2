import { describe, expect, test } from '@jest/globals';
import { MessageService } from '../../../../local/cloud/messages/message-service';
import { openMemory } from '../database/open-for-test';

const templates = [{ id: 'TURN', title: '候诊提醒', fields: [{ key: 'thing1' }] }];
const message = (openid: string) => ({
  openid,
  templateId: 'TURN',
  data: [],
  miniprogramState: 'formal',
  lang: 'zh_CN',
  sentAt: 0,
  sentBy: 'sender',
});
const accept = { tmplIds: ['TURN'], choices: { TURN: 'accept' }, keep: false };

describe('subscription messages', () => {
  test('two at once to one user: the second must wait; two users do not disturb each other', async () => {
    const database = openMemory();
    const messages = new MessageService({ store: database.system, templates });
    for (const openid of ['o-ann', 'o-ann', 'o-bob']) await messages.answer(openid, accept);
    const outcomes = ['o-ann', 'o-ann', 'o-bob'].map((openid) => messages.deliver(message(openid)));
    expect(await Promise.all(outcomes)).toEqual(['sent', 'busy', 'sent']);
    expect(await messages.deliver(message('o-ann'))).toBe('sent');
    expect(await messages.deliver(message('o-ann'))).toBe('refused');
    expect(messages.list().map(({ id }) => id)).toEqual(['0000000001', '0000000002', '0000000003']);
    await database.close();
  });

  test('permissions, kept choices and messages outlive the service', async () => {
    const database = openMemory();
    const first = new MessageService({ store: database.system, templates });
    await first.answer('o-ann', { ...accept, keep: true });
    await first.answer('o-ann', accept);
    await first.deliver(message('o-ann'));
    const second = new MessageService({ store: database.system, templates });
    expect(second.permissions()).toEqual([{ openid: 'o-ann', templateId: 'TURN', left: 1, lasting: false }]);
    expect(second.settings('o-ann').kept).toEqual({ TURN: 'accept' });
    expect(second.list()).toEqual(first.list());
    await database.close();
  });

  test('a template that no console would hold is refused at the start', async () => {
    const database = openMemory();
    const make = (fields: { key: string }[], id = 'A') =>
      new MessageService({ store: database.system, templates: [{ id, title: 'x', fields }] });
    expect(() => make([{ key: 'colour1' }])).toThrow('unknown kind: colour1');
    expect(() => make([{ key: 'constructor' }])).toThrow('unknown kind');
    expect(() => make([], '')).toThrow('is empty or given twice');
    await database.close();
  });

  test('a banned program asks for nothing', async () => {
    const database = openMemory();
    const messages = new MessageService({ store: database.system, templates });
    messages.ban(true);
    expect(messages.prompt('o-ann', ['TURN'])).toMatchObject({ errCode: 20005 });
    messages.ban(false);
    expect(messages.prompt('o-ann', ['TURN'])).toMatchObject({ ask: [{ id: 'TURN' }] });
    await database.close();
  });
});
