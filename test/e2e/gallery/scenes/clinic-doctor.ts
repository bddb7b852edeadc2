import { clinicPeople } from '../clinic-people';
import { reportPeople } from '../report-people';
import type { PageScenes, Scene } from '../scene';
import { pageOf } from './addresses';

type Most = Partial<Scene> & Pick<Scene, 'name' | 'address' | 'sees'>;

const ofDoctor = (scene: Most): Scene => ({
  user: async (ground) => (await clinicPeople(ground)).doctor,
  ...scene,
});

const [encounterPage, orderPage, sessionsPage, stopPage] = ['encounter', 'order', 'sessions', 'stop'].map(
  (name) => pageOf('clinic', name),
) as [string, string, string, string];

const ofVisit =
  (page: string): Scene['address'] =>
  async (ground) =>
    `/${page}?appointmentId=${(await clinicPeople(ground)).appointmentId}`;

export const clinicTab: PageScenes = {
  page: 'pages/clinic/index',
  scenes: [
    ofDoctor({ name: 'clinic', address: () => '/pages/clinic/index', sees: 'in-room', main: 'open-patient' }),
    ofDoctor({
      name: 'clinic-out-of-turn',
      address: () => '/pages/clinic/index',
      sees: 'waiting',
      then: async (phone) => {
        await phone.tap('call-this');
        await phone.sees(phone.find('out-of-turn'));
      },
      main: null,
    }),
  ],
};

const sheet = (name: string, button: string, shown: string): Scene =>
  ofDoctor({
    name,
    address: ofVisit(encounterPage),
    sees: 'order',
    then: async (phone) => {
      await phone.tap(button);
      await phone.sees(phone.find(shown));
    },
    main: null,
  });

export const encounter: PageScenes = {
  page: encounterPage,
  scenes: [
    ofDoctor({ name: 'encounter', address: ofVisit(encounterPage), sees: 'order' }),
    sheet('encounter-code', 'pay-code', 'code-sheet'),
    sheet('encounter-cancel', 'cancel-line', 'cancel-sheet'),
    sheet('encounter-history', 'history', 'history-sheet'),
  ],
};

export const order: PageScenes = {
  page: orderPage,
  scenes: [
    ofDoctor({
      name: 'order',
      address: ofVisit(orderPage),
      sees: 'items',
      then: async (phone) => {
        await phone.tap('item-lab-blood-count');
        await phone.tap('item-lab-crp');
      },
    }),
  ],
};

export const sessions: PageScenes = {
  page: sessionsPage,
  scenes: [
    ofDoctor({ name: 'sessions', address: () => `/${sessionsPage}`, sees: 'add-on', main: null }),
    ofDoctor({
      name: 'add-on',
      address: () => `/${sessionsPage}`,
      sees: 'add-on',
      then: async (phone, ground) => {
        await phone.tap('add-on');
        await phone.type('code', (await clinicPeople(ground)).outpatientNumber);
        await phone.tap('grant');
        await phone.sees(phone.find('found'));
      },
    }),
  ],
};

export const stop: PageScenes = {
  page: stopPage,
  scenes: [
    ofDoctor({
      name: 'stop',
      address: () => `/${stopPage}?sessionId=dr-jiang-caiwei_2026-03-12_am`,
      sees: 'affected',
      main: 'request-stop',
    }),
  ],
};

const criticalPage = pageOf('clinic', 'critical');

export const critical: PageScenes = {
  page: criticalPage,
  scenes: [
    {
      name: 'critical',
      user: async (ground) => (await reportPeople(ground)).doctor,
      address: () => `/${criticalPage}`,
      sees: 'critical-stands-in',
      main: null,
    },
    {
      name: 'critical-lying',
      user: async (ground) => (await reportPeople(ground)).administrator,
      address: () => `/${criticalPage}`,
      sees: 'lying',
      main: null,
    },
  ],
};
