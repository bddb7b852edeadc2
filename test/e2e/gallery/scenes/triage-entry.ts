import type { Phone } from '../../stage/phone';
import type { PageScenes } from '../scene';

const page = 'pages/triage/index';
const address = (): string => `/${page}`;

/** Says something in the guide and goes on, for the pages behind it. */
export async function said(phone: Phone, words: string, who = 'woman'): Promise<void> {
  await phone.tap(`who-${who}`);
  await phone.page.locator('textarea[name="complaint"]').filter({ visible: true }).fill(words);
  await phone.tap('triage-submit');
}

export const triageEntry: PageScenes = {
  page,
  scenes: [
    { name: 'triage', address, sees: 'triage-submit' },
    {
      name: 'triage-who',
      address,
      sees: 'triage-submit',
      then: async (phone) => {
        await phone.tap('who-woman');
        await phone.tap('detail-postpartum');
        await phone.tap('triage-submit');
        await phone.sees(phone.find('triage-missing'));
      },
    },
  ],
};
