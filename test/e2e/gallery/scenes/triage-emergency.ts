import type { PageScenes } from '../scene';
import { said } from './triage-entry';

const page = 'pages/emergency/index';
const guide = (): string => '/pages/triage/index';

export const emergency: PageScenes = {
  page,
  scenes: [
    { name: 'emergency-list', address: () => `/${page}?show=list`, sees: 'danger-none' },
    {
      name: 'emergency-call',
      address: guide,
      sees: 'triage-submit',
      then: async (phone) => {
        await said(phone, '胸口像压了块大石头，疼到左胳膊，出了一身冷汗，喘不上气', 'man');
        await phone.sees(phone.find('call-120'));
      },
      main: 'call-120',
    },
    {
      name: 'emergency-offline',
      // A phone of its own: it stays without a network.
      user: () => ({ openid: 'oNoNetwork', phoneNumber: '19900009977' }),
      address: () => `/${page}?show=list`,
      sees: 'danger-none',
      then: async (phone) => {
        await phone.offline(true);
        // It moves the rows down: a finger must not be on one meanwhile.
        await phone.sees(phone.find('offline-strip'));
        await phone.tap('danger-infant-fever');
        await phone.sees(phone.find('printed-way'));
      },
      main: 'go-emergency',
    },
    {
      name: 'emergency-mental',
      address: guide,
      sees: 'triage-submit',
      then: async (phone) => {
        await said(phone, '不想活了');
        await phone.sees(phone.find('call-helpline'));
      },
      main: 'call-120',
    },
    {
      name: 'emergency-ask',
      address: guide,
      sees: 'triage-submit',
      then: async (phone) => {
        await said(phone, '胸口疼，昨天头磕了一下', 'man');
        await phone.sees(phone.find('danger-none'));
      },
    },
  ],
};
