import { spokenInstant } from '../../../../services/dates';
import { followAction } from '../../../../services/follow-action';
import { LOADING, type LoadState } from '../../../../services/load-state';
import { go } from '../../../../services/navigate';
import { definePage } from '../../../../services/page';
import { planKept, type KeptPlan } from '../../../../services/plan';
import type { ActionKind, RefusalText } from '../../../../services/refusal-texts/refusal-text';
import { forgetParked, parkedCar, rememberParked } from '../../parked';
import { loadPlan } from '../../plan-load';
import { NOT_A_LOCATION } from '../../refusals';
import { scanLocation } from '../../scan-location';
import { placeLine } from '../../way.view';

type Zone = { value: string; title: string };

type ParkingData = {
  load: LoadState;
  zones: readonly Zone[];
  zone: string;
  spot: string;
  zoneError: string;
  /** Null while nothing is noted; without a place's id where the hospital took that place out of its plan. */
  parked: { placeId: string; place: string; spot: string; when: string } | null;
  refusal: RefusalText | null;
};

const data: ParkingData = {
  load: LOADING,
  zones: [],
  zone: '',
  spot: '',
  zoneError: '',
  parked: null,
  refusal: null,
};

/** The number that was noted stays: it is painted on the ground. */
const PLACE_GONE = '医院的图改过了，图上没有这一区了';

definePage({
  data,

  onLoad() {
    void loadPlan(this);
  },

  showPlan(plan: KeptPlan) {
    const parking = plan.places.filter(({ kind }) => kind === 'parking');
    const car = parkedCar();
    const place = parking.find(({ placeId }) => placeId === car?.placeId);
    this.setData({
      zones: parking.map(({ placeId, name }) => ({ value: placeId, title: name })),
      parked: car && {
        placeId: place?.placeId ?? '',
        place: place ? placeLine(plan, place) : PLACE_GONE,
        spot: car.spot,
        when: spokenInstant(car.at, Date.now()),
      },
    });
  },

  onZone(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ zone: event.detail.value, zoneError: '' });
  },

  onSpot(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ spot: event.detail.value });
  },

  async onScan() {
    const plan = planKept();
    const scanned = plan === null ? null : await scanLocation(plan);
    if (scanned === null) return;
    if ('refusal' in scanned) {
      this.setData({ refusal: scanned.refusal });
      return;
    }
    if (this.data.zones.some(({ value }) => value === scanned.placeId)) this.note(scanned.placeId);
    else this.setData({ refusal: NOT_A_LOCATION });
  },

  onSave() {
    if (this.data.zone === '') this.setData({ zoneError: '请先选车停在哪一区' });
    else this.note(this.data.zone);
  },

  note(placeId: string) {
    rememberParked({ placeId, spot: this.data.spot.trim(), at: Date.now() });
    const plan = planKept();
    if (plan !== null) this.showPlan(plan);
  },

  onWayBack() {
    if (this.data.parked?.placeId) go('way', { to: this.data.parked.placeId });
  },

  onForget() {
    forgetParked();
    this.setData({ parked: null, zone: '', spot: '' });
  },

  onRefusalClose() {
    this.setData({ refusal: null });
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    this.setData({ refusal: null });
    followAction(event.detail.kind, { retry: () => void loadPlan(this) });
  },
});
