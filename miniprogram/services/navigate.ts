import type { CalendarDay, ClockTime } from '@core/domain/calendar-day';

/** Every page and what it needs to be told. */
export interface Routes {
  readonly home: object;
  readonly departments: object;
  readonly visits: object;
  readonly me: object;
  /** `next`: what comes after agreeing; the page goes back where there is none. */
  readonly consent: { readonly next?: 'bind' };
  readonly bind: object;
  readonly chooseNumber: { readonly patientId: string };
  readonly patient: { readonly patientId: string };
  /** Adults of a family acting for each other. */
  readonly family: object;
  readonly familyAsk: object;
  /** `code`: who asks, where it is known already. */
  readonly familyConsent: { readonly code?: string };
  /** A volunteer's help. `place`: where the person stands, where another page knows it. */
  readonly help: { readonly place?: string };
  readonly assistanceSummary: { readonly assistanceId: string };
  readonly accesses: { readonly about: 'looked' | 'acted'; readonly patientId?: string };
  readonly volunteer: object;
  readonly bindAssisted: object;
  readonly windowAssistance: object;
  readonly roles: object;
  readonly roleAdmin: object;
  readonly doctors: { readonly clinicId: string };
  /** A doctor's own page. */
  readonly doctor: { readonly practitionerId: string };
  readonly slots: { readonly practitionerId: string; readonly clinicId: string; readonly day: CalendarDay };
  readonly confirm: {
    readonly practitionerId: string;
    readonly clinicId: string;
    readonly day: CalendarDay;
    readonly sessionId: string;
    readonly start: ClockTime;
  };
  readonly pay: { readonly appointmentId: string };
  readonly result: { readonly appointmentId: string };
  readonly appointment: { readonly appointmentId: string };
  readonly bills: object;
  readonly bill: { readonly billId: string };
  /** `code`: what was scanned, as it stands. */
  readonly payByCode: { readonly code: string };
  readonly receipt: { readonly paymentId: string };
  /** The window's one screen. */
  readonly window: object;
  /** Search for a place of the hospital. */
  readonly guide: object;
  readonly place: { readonly placeId: string };
  /**
   * The way to a place: its id (`to`), or the hospital's own words for it as other pages show them (`place`), such as
   * 门诊楼 2 楼 A 区 207 诊室. `from` is where the person stands; asked on the page where it is absent.
   */
  readonly way: { readonly to?: string; readonly place?: string; readonly from?: string };
  readonly parking: object;
  /** Checkpoint 1: the questions at the gate. */
  readonly gate: { readonly patientId?: string };
  /** The pass of the day, or where to go instead. */
  readonly pass: { readonly patientId?: string };
  /** The queue of one visit. */
  readonly queue: { readonly appointmentId: string };
  /** Scan the area's code, or `areaId` that was scanned already. */
  readonly checkIn: { readonly areaId?: string; readonly patientId?: string };
  /** Everything that one patient has to do now. */
  readonly tasks: { readonly patientId?: string };
  /** A doctor sends a patient on to another queue. */
  readonly transfer: { readonly appointmentId: string };
  /** The nurse's page. */
  readonly nurse: object;
  /** The symptom guide: who, and what is wrong. */
  readonly triage: object;
  /** found: act now; ask: rule these out first; list: what everybody should know. Of the guide's current session. */
  readonly emergency: { readonly show: 'found' | 'ask' | 'list' };
  /** What hurts, to be tapped. */
  readonly triageComplaints: { readonly area: string };
  /** Departments, one more question, or a person: of the guide's current session. */
  readonly triageAnswer: object;
  /** The guide's rules and what each rests on, for the administrator. */
  readonly triageRules: object;
  /** All reports of a person; the usual card's where nobody is named. */
  readonly reports: { readonly patientId?: string };
  readonly report: { readonly reportId: string };
  /** How one laboratory item changed. */
  readonly trend: { readonly patientId: string; readonly code: string };
  /** The doctor's tab: today's queue. */
  readonly clinic: object;
  /** The patient in the room: summary, orders, payment code. */
  readonly encounter: { readonly appointmentId: string };
  /** The price list, for the patient in the room. */
  readonly order: { readonly appointmentId: string };
  /** The doctor's own half-days: added seats and stopping. */
  readonly sessions: object;
  /** Whom stopping a session would hit, and the request for it. */
  readonly stop: { readonly sessionId: string };
  /** Requests to stop a session: the doctor's own, or all of them for the administrator. */
  readonly stops: object;
  /** Critical values that wait for this doctor; for an administrator, those that wait for anybody. */
  readonly critical: object;
  /** Registers a patient for a bed; `appointmentId` where it is known already. */
  readonly admission: { readonly appointmentId?: string };
  /** Patients on their way to a bed, for doctors and the ward's nurses. */
  readonly admissions: object;
  /** One's own way to a bed. */
  readonly ownAdmissions: { readonly patientId?: string };
  readonly messages: object;
  /** The executing desk's work of today. */
  readonly desk: object;
  /** Results of one order item, to be typed. */
  readonly deskReport: {
    readonly desk: 'laboratory' | 'imaging';
    readonly orderId: string;
    readonly lineId: string;
    readonly itemId: string;
    readonly name: string;
  };
  /** A report file of the laboratory's own system, to be pasted. */
  readonly deskFile: { readonly desk: 'laboratory' | 'imaging' };
  /** Reference ranges and what each rests on, for staff. */
  readonly laboratory: object;
}

export type RouteName = keyof Routes;

const TABS: Partial<Record<RouteName, string>> = {
  home: '/pages/home/index',
  departments: '/pages/departments/index',
  visits: '/pages/visits/index',
  me: '/pages/me/index',
  clinic: '/pages/clinic/index',
};

const PATHS: Record<RouteName, string> = {
  home: '/pages/home/index',
  departments: '/pages/departments/index',
  visits: '/pages/visits/index',
  me: '/pages/me/index',
  consent: '/packages/identity/pages/consent/index',
  bind: '/packages/identity/pages/bind/index',
  chooseNumber: '/packages/identity/pages/choose-number/index',
  patient: '/packages/identity/pages/patient/index',
  family: '/packages/identity/pages/family/index',
  familyAsk: '/packages/identity/pages/family-ask/index',
  familyConsent: '/packages/identity/pages/family-consent/index',
  help: '/packages/identity/pages/help/index',
  assistanceSummary: '/packages/identity/pages/assistance-summary/index',
  accesses: '/packages/identity/pages/accesses/index',
  volunteer: '/packages/identity/pages/volunteer/index',
  bindAssisted: '/packages/identity/pages/bind-assisted/index',
  windowAssistance: '/packages/identity/pages/window-assistance/index',
  roles: '/packages/identity/pages/roles/index',
  roleAdmin: '/packages/identity/pages/role-admin/index',
  doctors: '/packages/booking/pages/doctors/index',
  doctor: '/packages/booking/pages/doctor/index',
  slots: '/packages/booking/pages/slots/index',
  confirm: '/packages/booking/pages/confirm/index',
  pay: '/packages/booking/pages/pay/index',
  result: '/packages/booking/pages/result/index',
  appointment: '/packages/booking/pages/appointment/index',
  bills: '/packages/billing/pages/bills/index',
  bill: '/packages/billing/pages/bill/index',
  payByCode: '/packages/billing/pages/code/index',
  receipt: '/packages/billing/pages/receipt/index',
  window: '/packages/staff/pages/window/index',
  guide: '/packages/guide/pages/search/index',
  place: '/packages/guide/pages/place/index',
  way: '/packages/guide/pages/way/index',
  parking: '/packages/guide/pages/parking/index',
  gate: '/packages/visit/pages/gate/index',
  pass: '/packages/visit/pages/pass/index',
  queue: '/packages/visit/pages/queue/index',
  checkIn: '/packages/visit/pages/check-in/index',
  tasks: '/packages/visit/pages/tasks/index',
  transfer: '/packages/visit/pages/transfer/index',
  nurse: '/packages/staff/pages/nurse/index',
  triage: '/pages/triage/index',
  emergency: '/pages/emergency/index',
  triageComplaints: '/packages/triage/pages/complaints/index',
  triageAnswer: '/packages/triage/pages/answer/index',
  triageRules: '/packages/triage/pages/rules/index',
  reports: '/packages/report/pages/reports/index',
  report: '/packages/report/pages/report/index',
  trend: '/packages/report/pages/trend/index',
  clinic: '/pages/clinic/index',
  encounter: '/packages/clinic/pages/encounter/index',
  order: '/packages/clinic/pages/order/index',
  sessions: '/packages/clinic/pages/sessions/index',
  stop: '/packages/clinic/pages/stop/index',
  stops: '/packages/clinic/pages/stops/index',
  critical: '/packages/clinic/pages/critical/index',
  admission: '/packages/clinic/pages/admission/index',
  admissions: '/packages/clinic/pages/admissions/index',
  ownAdmissions: '/packages/clinic/pages/own-admissions/index',
  messages: '/packages/message/pages/messages/index',
  desk: '/packages/staff/pages/desk/index',
  deskReport: '/packages/staff/pages/desk-report/index',
  deskFile: '/packages/staff/pages/desk-file/index',
  laboratory: '/packages/staff/pages/laboratory/index',
};

/** WeChat's limit of open pages. */
const DEEPEST_STACK = 10;

let underWay = false;
const done = { complete: () => (underWay = false) };

/** The address of a page. */
export function addressOf<Name extends RouteName>(name: Name, query: Routes[Name]): string {
  const pairs = Object.entries(query as Record<string, string>);
  const text = pairs.map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&');
  return text === '' ? PATHS[name] : `${PATHS[name]}?${text}`;
}

/** Opens a page. A second tap while one is opening does nothing. */
export function go<Name extends RouteName>(name: Name, query: Routes[Name]): void {
  if (underWay) return;
  underWay = true;
  const tab = TABS[name];
  if (tab !== undefined) wx.switchTab({ url: tab, ...done });
  else if (getCurrentPages().length >= DEEPEST_STACK) wx.redirectTo({ url: addressOf(name, query), ...done });
  else wx.navigateTo({ url: addressOf(name, query), ...done });
}

/** Puts a page in the place of the current one, so that back does not return here. */
export function replace<Name extends RouteName>(name: Name, query: Routes[Name]): void {
  if (TABS[name] === undefined) void wx.redirectTo({ url: addressOf(name, query) });
  else void wx.switchTab({ url: PATHS[name] });
}

/** One page back; home where there is none, as after opening a shared page. */
export function goBack(): void {
  if (getCurrentPages().length > 1) void wx.navigateBack({ delta: 1 });
  else void wx.switchTab({ url: PATHS.home });
}
