import { clinicPeople } from '../clinic-people';
import type { PageScenes } from '../scene';
import { pageOf } from './addresses';

const [stopsPage, admissionPage, admissionsPage, ownPage] = [
  'stops',
  'admission',
  'admissions',
  'own-admissions',
].map((name) => pageOf('clinic', name)) as [string, string, string, string];

export const stops: PageScenes = {
  page: stopsPage,
  scenes: [
    {
      name: 'stops',
      user: async (ground) => (await clinicPeople(ground)).administrator,
      address: () => `/${stopsPage}`,
      sees: 'approve',
      main: null,
    },
    {
      name: 'stops-approve',
      user: async (ground) => (await clinicPeople(ground)).administrator,
      address: () => `/${stopsPage}`,
      sees: 'approve',
      then: async (phone) => {
        await phone.tap('approve');
        await phone.sees(phone.find('decide-sheet'));
      },
      main: 'decide',
    },
  ],
};

export const admission: PageScenes = {
  page: admissionPage,
  scenes: [
    {
      name: 'admission',
      user: async (ground) => (await clinicPeople(ground)).doctor,
      address: () => `/${admissionPage}`,
      sees: 'admission-ward',
    },
  ],
};

export const admissions: PageScenes = {
  page: admissionsPage,
  scenes: [
    {
      name: 'admissions',
      user: async (ground) => (await clinicPeople(ground)).nurse,
      address: () => `/${admissionsPage}`,
      sees: 'admission',
      main: null,
    },
    {
      name: 'admissions-bed',
      user: async (ground) => (await clinicPeople(ground)).nurse,
      address: () => `/${admissionsPage}`,
      sees: 'admission',
      then: async (phone) => {
        await phone.tap('to-admitted');
        await phone.sees(phone.find('advance-sheet'));
      },
      main: 'advance',
    },
    {
      name: 'admissions-cancel',
      user: async (ground) => (await clinicPeople(ground)).nurse,
      address: () => `/${admissionsPage}`,
      sees: 'admission',
      then: async (phone) => {
        await phone.tap('to-cancelled');
        await phone.sees(phone.find('cancel-reason'));
      },
      main: null,
    },
  ],
};

export const ownAdmissions: PageScenes = {
  page: ownPage,
  scenes: [
    {
      name: 'own-admissions',
      user: async (ground) => (await clinicPeople(ground)).patient,
      address: () => `/${ownPage}`,
      sees: 'own-admission',
      main: null,
    },
  ],
};
