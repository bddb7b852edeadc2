import { definePage } from '../../../../services/page';
import { AREAS } from '../../../../services/triage/areas';
import { proceedWithTriage } from '../../../../services/triage/proceed';
import { addToTriage, triageSession } from '../../../../services/triage/triage-session';
import { allComplaints } from '../../full-guide';
import { chosenNames, complaintChips, type ComplaintChip } from './complaints.view';

type ComplaintsData = {
  areas: typeof AREAS;
  area: string;
  chips: readonly ComplaintChip[];
  chosen: readonly string[];
  names: string;
};

const data: ComplaintsData = { areas: AREAS, area: '', chips: [], chosen: [], names: '' };

definePage({
  data,

  onLoad(query) {
    const area = AREAS.find(({ value }) => value === query['area']) ?? AREAS[0];
    this.show(area?.value ?? '', triageSession().present);
  },

  show(area: string, chosen: readonly string[]) {
    const complaints = allComplaints();
    this.setData({
      area,
      chosen,
      chips: complaintChips(complaints, area, chosen),
      names: chosenNames(complaints, chosen),
    });
  },

  onArea(event: WechatMiniprogram.TouchEvent) {
    this.show(event.currentTarget.dataset['value'] as string, this.data.chosen);
  },

  onChip(event: WechatMiniprogram.TouchEvent) {
    const id = event.currentTarget.dataset['id'] as string;
    const { area, chosen } = this.data;
    this.show(area, chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  },

  onSubmit() {
    addToTriage({ present: this.data.chosen, absent: [], ruledOut: [], asked: 0 });
    proceedWithTriage('over');
  },
});
