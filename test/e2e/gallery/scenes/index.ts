import type { PageScenes, Scene } from '../scene';
import { bill } from './billing-bill';
import { bills } from './billing-bills';
import { code } from './billing-code';
import { receipt } from './billing-receipt';
import { appointment } from './booking-appointment';
import { doctor } from './booking-doctor';
import { confirm } from './booking-confirm';
import { doctors } from './booking-doctors';
import { pay } from './booking-pay';
import { result } from './booking-result';
import { slots } from './booking-slots';
import { clinicTab, critical, encounter, order, sessions, stop } from './clinic-doctor';
import { admission, admissions, ownAdmissions, stops } from './clinic-others';
import { parking } from './guide-parking';
import { place } from './guide-place';
import { search } from './guide-search';
import { way } from './guide-way';
import { staffWindow } from './staff-window';
import { departments } from './tab-departments';
import { home } from './tab-home';
import { bind } from './identity-bind';
import { chooseNumber } from './identity-choose-number';
import { consent } from './identity-consent';
import { patient } from './identity-patient';
import { family } from './identity-family';
import { familyAsk } from './identity-family-ask';
import { familyConsent } from './identity-family-consent';
import { help } from './identity-help';
import { volunteer } from './identity-volunteer';
import { assistanceSummary } from './identity-assistance-summary';
import { bindAssisted } from './identity-bind-assisted';
import { accesses } from './identity-accesses';
import { windowAssistance } from './identity-window-assistance';
import { roles } from './identity-roles';
import { roleAdmin } from './identity-role-admin';
import { me } from './tab-me';
import { visits } from './tab-visits';
import { triageAnswer } from './triage-answer';
import { complaints } from './triage-complaints';
import { emergency } from './triage-emergency';
import { triageEntry } from './triage-entry';
import { triageRules } from './triage-rules';
import { messages } from './message-messages';
import { report } from './report-report';
import { reports } from './report-reports';
import { trend } from './report-trend';
import { desk } from './staff-desk';
import { deskFile } from './staff-desk-file';
import { deskReport } from './staff-desk-report';
import { laboratory } from './staff-laboratory';
import { gate } from './visit-gate';
import { pass } from './visit-pass';
import { checkIn } from './visit-check-in';
import { queue } from './visit-queue';
import { tasks } from './visit-tasks';
import { transfer } from './visit-transfer';
import { nurse } from './staff-nurse';

/** Every page of the mini program; see README.md of this folder for how to add one. */
export const pages: readonly PageScenes[] = [
  home,
  departments,
  visits,
  me,
  triageEntry,
  emergency,
  complaints,
  triageAnswer,
  triageRules,
  consent,
  bind,
  chooseNumber,
  patient,
  family,
  familyAsk,
  familyConsent,
  help,
  volunteer,
  assistanceSummary,
  bindAssisted,
  accesses,
  windowAssistance,
  roles,
  roleAdmin,
  doctors,
  slots,
  confirm,
  pay,
  result,
  appointment,
  search,
  place,
  way,
  parking,
  bills,
  bill,
  code,
  receipt,
  staffWindow,
  reports,
  report,
  trend,
  messages,
  desk,
  deskReport,
  deskFile,
  laboratory,
  gate,
  pass,
  checkIn,
  queue,
  tasks,
  transfer,
  nurse,
  doctor,
  clinicTab,
  encounter,
  order,
  sessions,
  stop,
  stops,
  critical,
  admission,
  admissions,
  ownAdmissions,
];

/** All of them; with `SCENE=part-of-a-name,another` those of the pages one is building. */
export const scenes: readonly Scene[] = pages
  .flatMap((page) => page.scenes)
  .filter(({ name }) => (process.env['SCENE'] ?? '').split(',').some((part) => name.includes(part)));
