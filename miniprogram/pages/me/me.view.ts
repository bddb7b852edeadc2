import type { DeletionReceipt, Me } from '@core/contract/identity';
import { recordedInstant } from '../../services/dates';
import { staffLinks, type StaffLink } from './staff-links';
import { patientCardView, type PatientCardView } from '../../services/patient-card.view';

/** The tab 我的 of someone who is signed in. */
export interface MeView {
  readonly cards: readonly PatientCardView[];
  readonly phone: string;
  readonly consentGiven: boolean;
  readonly consent: string;
  /** Pages of somebody who works here. */
  readonly staff: readonly StaffLink[];
}

export const meView = (me: Me): MeView => ({
  cards: me.patients.map(patientCardView),
  staff: staffLinks(me.roles),
  phone: me.maskedPhone ?? '绑定就诊人时验证',
  consentGiven: me.consentWanted === null && me.consentGivenAt !== null,
  consent:
    me.consentWanted !== null
      ? me.consentGivenAt === null
        ? '还没有同意'
        : '说明有新的一版，请再看一次'
      : me.consentGivenAt === null
        ? '还没有同意'
        : `${recordedInstant(me.consentGivenAt)} 同意`,
});

/** What has to be typed before everything is deleted: nobody does that by a slip of the finger. */
export const DELETION_WORD = '删除';

export const mayDelete = (typed: string): boolean => typed.trim() === DELETION_WORD;

/** What was kept and why, a line each. */
export const keptLines = (receipt: DeletionReceipt): readonly string[] =>
  receipt.kept.map(({ what, why }) => `${what}：${why}`);
