import { reportPeople, type ReportPeople } from '../report-people';
import type { PageScenes, Scene } from '../scene';
import { pageOf } from './addresses';

const page = pageOf('report', 'report');
type Which = 'odd' | 'fine' | 'picture' | 'waiting' | 'withdrawn';

const scene = (name: string, which: Which, more: Partial<Scene> = {}): Scene => ({
  name,
  user: async (ground) => (await reportPeople(ground)).patient,
  address: async (ground) => `/${page}?reportId=${((await reportPeople(ground)) as ReportPeople)[which]}`,
  sees: 'report-title',
  main: null,
  ...more,
});

export const report: PageScenes = {
  page,
  scenes: [
    scene('report', 'odd', { main: 'what-now-button' }),
    scene('report-unfolded', 'odd', {
      then: async (phone) => {
        await phone.tap('report-unfold');
        await phone.sees(phone.find('result-plt'));
      },
    }),
    scene('report-fine', 'fine'),
    scene('report-picture', 'picture'),
    scene('report-waiting', 'waiting'),
    scene('report-withdrawn', 'withdrawn'),
  ],
};
