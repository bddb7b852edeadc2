import type { Me, PatientCard } from '@core/contract/identity';
import { calendarDay } from '@core/domain/calendar-day';

/** An invented card of one's own. */
export const ownCard: PatientCard = {
  patientId: 'patient-1',
  maskedName: '海*明',
  maskedIdentityNumber: '9****************X',
  relationship: 'self',
  mayAct: true,
  consent: null,
  gender: 'male',
  ageYears: 36,
  isDefault: true,
  outpatientNumber: '00012345',
  otherNumbers: [{ reference: 'old-1', maskedNumber: '00****21', lastVisit: calendarDay('2024-05-06') }],
};

export const childCard: PatientCard = {
  ...ownCard,
  patientId: 'patient-2',
  maskedName: '海*',
  relationship: 'child',
  ageYears: 6,
  isDefault: false,
  otherNumbers: [],
};

/** Somebody whose relative books for them, and no more. */
export const relativeCard: PatientCard = {
  ...ownCard,
  patientId: 'patient-3',
  maskedName: '海*母',
  relationship: 'relative',
  consent: {
    consentId: 'c1',
    scopes: ['book', 'way'],
    until: Date.parse('2026-09-06T00:00:00+08:00'),
  },
  isDefault: false,
  otherNumbers: [],
};

/** Someone who has settled everything. */
export const settledMe: Me = {
  signedIn: true,
  consentWanted: null,
  consentGivenAt: Date.parse('2026-03-09T09:05:00+08:00'),
  maskedPhone: '199****0001',
  patients: [ownCard],
  roles: [],
  acting: null,
  childBelowYears: 14,
};

export const consentDocument = {
  id: 'identity-and-health',
  version: '2026-01',
  title: '身份与健康信息使用说明',
  paragraphs: ['为了挂号和看病。'],
};

export const strangerMe: Me = {
  ...settledMe,
  signedIn: false,
  consentWanted: consentDocument,
  consentGivenAt: null,
  maskedPhone: null,
  patients: [],
};
