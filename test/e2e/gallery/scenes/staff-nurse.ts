import { spokenPass } from '@core/domain/visit/pass-code';
import type { Phone } from '../../stage/phone';
import type { PageScenes } from '../scene';
import { pageOf } from './addresses';
import { visitPeople } from './visit-people';

const page = pageOf('staff', 'nurse');
const address = (): string => `/${page}`;
const user = async (ground: Parameters<typeof visitPeople>[0]) => (await visitPeople(ground)).nurse;

/** The first time a nurse opens the page it asks where she is. */
async function stand(phone: Phone): Promise<void> {
  const choice = phone.find('area-mz-3f-a');
  await phone.still();
  if ((await choice.count()) > 0) await phone.tap(choice.first());
  await phone.sees('门诊楼 3 楼 A 区护士站');
}

export const nurse: PageScenes = {
  page,
  scenes: [
    {
      name: 'nurse',
      user,
      address,
      sees: 'nurse-area',
      then: async (phone, ground) => {
        await stand(phone);
        const { flagged } = await visitPeople(ground);
        const status = await ground.stage.underTest.ask(flagged.user.openid, 'visit', 'getGatePass', {
          patientId: flagged.patientId,
        });
        await phone.type('find', status.ok ? (status.value.pass ?? '') : '');
        await phone.tap('nurse-find');
        await phone.sees(phone.find('person'));
        // The longest that is typed here, with as many wide letters as there often are.
        await phone.type('find', spokenPass('ABDGHKMNOPQRUW27'));
      },
      main: 'nurse-scan',
    },
    {
      name: 'nurse-queue',
      user,
      address,
      sees: 'nurse-area',
      then: async (phone) => {
        await stand(phone);
        await phone.tap('nurse-tab-queue');
        await phone.sees(phone.find('nurse-waiting'));
      },
      main: null,
    },
    {
      name: 'nurse-flagged',
      user,
      address,
      sees: 'nurse-area',
      then: async (phone) => {
        await stand(phone);
        await phone.tap('nurse-tab-flagged');
        await phone.tap('flagged-clear');
        await phone.sees(phone.find('clear-confirm'));
        await phone.tap('reason-复测体温正常');
      },
      main: 'clear-confirm',
    },
  ],
};
