import type { PageScenes, Scene } from '../scene';
import { pageOf } from './addresses';

const page = pageOf('identity', 'patient');

const patientScene: Scene = {
  name: 'patient',
  user: ({ cast }) => cast.returning,
  address: ({ cast }) => `/${page}?patientId=${cast.returningPatientId}`,
  sees: 'unbind',
  main: null,
};

export const patient: PageScenes = {
  page,
  scenes: [
    patientScene,
    {
      ...patientScene,
      name: 'unbind-sheet',
      then: async (phone) => {
        await phone.tap('unbind');
        await phone.sees(phone.find('unbind-confirm'));
      },
      main: 'unbind-confirm',
    },
  ],
};
