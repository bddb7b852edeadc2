import { reportPeople } from '../report-people';
import type { PageScenes, Scene } from '../scene';
import { pageOf } from './addresses';

const page = pageOf('staff', 'desk-report');

const scene = (name: string, item: Readonly<Record<string, string>>): Scene => ({
  name,
  user: async (ground) => (await reportPeople(ground)).desk,
  address: async (ground) => {
    const { orderId } = await reportPeople(ground);
    return `/${page}?${new URLSearchParams({ orderId, ...item }).toString()}`;
  },
  sees: 'desk-report-name',
});

const COUNT = { desk: 'laboratory', lineId: 'l1', itemId: 'lab-blood-count', name: '血常规（五分类）' };
const PICTURE = { desk: 'imaging', lineId: 'l4', itemId: 'us-obstetric', name: '产科常规超声' };
const WORDS = { desk: 'laboratory', lineId: 'l5', itemId: 'lab-tct', name: '宫颈液基细胞学检查' };

export const deskReport: PageScenes = {
  page,
  scenes: [
    scene('desk-report', COUNT),
    scene('desk-report-picture', PICTURE),
    scene('desk-report-words', WORDS),
  ],
};
