import type { PageScenes } from '../scene';
import { pageOf } from './addresses';
import { said } from './triage-entry';

const page = pageOf('triage', 'answer');
const guide = (): string => '/pages/triage/index';

export const triageAnswer: PageScenes = {
  page,
  scenes: [
    {
      name: 'triage-departments',
      address: guide,
      sees: 'triage-submit',
      then: async (phone) => {
        await said(phone, '怀孕五个月，甲状腺功能减退，脸上长痘，想问能不能吃优甲乐');
        await phone.sees(phone.find('answer-title'));
      },
      main: null,
    },
    {
      name: 'triage-elsewhere',
      address: guide,
      sees: 'triage-submit',
      then: async (phone) => {
        await said(phone, '老咳嗽，痰黄黄的，嗓子也疼，耳朵嗡嗡响', 'man');
        await phone.sees(phone.find('none-here'));
      },
      main: null,
    },
    {
      name: 'triage-question',
      address: guide,
      sees: 'triage-submit',
      then: async (phone) => {
        await said(phone, '脖子上', 'man');
        await phone.sees(phone.find('question'));
      },
      main: 'said-yes',
    },
    {
      name: 'triage-person',
      address: guide,
      sees: 'triage-submit',
      then: async (phone) => {
        await said(phone, '嗯嗯啊啊', 'man');
        await phone.sees(phone.find('answer-again'));
      },
      main: 'answer-again',
    },
    // As a link leads here that somebody was sent: nothing has been said yet.
    { name: 'triage-unsaid', address: () => `/${page}`, sees: 'answer-title' },
  ],
};
