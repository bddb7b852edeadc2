import type { PageScenes, Scene } from '../scene';

const page = 'pages/departments/index';

const list = { address: () => `/${page}`, sees: 'side-obstetrics', main: 'department-search' };

const searching = (name: string, words: string, shows: Scene['then']): Scene => ({
  ...list,
  name,
  then: async (phone, ground) => {
    await phone.page.locator('input').filter({ visible: true }).fill(words);
    await shows?.(phone, ground);
  },
});

export const departments: PageScenes = {
  page,
  scenes: [
    { ...list, name: 'departments', then: (phone) => phone.tap('side-obstetrics') },
    searching('search', 'ck', (phone) => phone.sees(phone.find('search-results'))),
    { ...searching('search-nothing', '骨科', (phone) => phone.sees('没有找到“骨科”')), main: 'state-action' },
  ],
};
