import { describe, expect, test } from '@jest/globals';
import { calendarDay } from '@core/domain/calendar-day';
import {
  KEEP,
  numberOptions,
} from '../../../miniprogram/packages/identity/pages/choose-number/choose-number.view';
import { consentView, isSettled } from '../../../miniprogram/packages/identity/pages/consent/consent.view';
import { patientView } from '../../../miniprogram/packages/identity/pages/patient/patient.view';
import { keptLines, mayDelete, meView } from '../../../miniprogram/pages/me/me.view';
import { childCard, consentDocument, ownCard, settledMe, strangerMe } from '../people';

const nothingAsked = { wanted: false, contractName: '' };
const asked = { wanted: true, contractName: '《医路通隐私保护指引》' };

describe('consent', () => {
  test('a stranger agrees and signs in with one button', () => {
    expect(consentView(strangerMe, nothingAsked)).toMatchObject({
      document: consentDocument,
      edition: '第 2026-01 版',
      openType: '',
      button: '同意并登录',
    });
  });

  test("while WeChat's own question is open, the button answers it too", () => {
    expect(consentView(settledMe, asked)).toMatchObject({
      document: null,
      contractName: '《医路通隐私保护指引》',
      openType: 'agreePrivacyAuthorization',
    });
  });

  test('who agreed before and signed out only signs in', () => {
    expect(consentView({ ...settledMe, signedIn: false }, nothingAsked).button).toBe('微信登录');
  });

  test('the page is passed by only where nothing is left to ask', () => {
    expect(isSettled(settledMe, nothingAsked)).toBe(true);
    expect(isSettled(settledMe, asked)).toBe(false);
    expect(isSettled(strangerMe, nothingAsked)).toBe(false);
  });
});

describe('outpatient numbers', () => {
  test('after binding, the most recently used number stands first', () => {
    const numbers = [
      { reference: 'r1', maskedNumber: '00****11', lastVisit: null },
      { reference: 'r2', maskedNumber: '00****22', lastVisit: calendarDay('2024-05-06') },
      { reference: 'r3', maskedNumber: '00****33', lastVisit: calendarDay('2025-11-02') },
    ];
    expect(numberOptions(ownCard, numbers)).toEqual([
      { value: 'r3', title: '00****33', note: '上次就诊 2025年11月2日' },
      { value: 'r2', title: '00****22', note: '上次就诊 2024年5月6日' },
      { value: 'r1', title: '00****11', note: '没有就诊记录' },
    ]);
  });

  test('later, the number in use stands first and may be kept', () => {
    expect(numberOptions(ownCard, null).map(({ value }) => value)).toEqual([KEEP, 'old-1']);
  });
});

describe('a card and its owner', () => {
  test('the unbinding button says what it does', () => {
    expect(patientView(ownCard).unbindButton).toBe('解绑海*明，不能再替自己挂号');
    expect(patientView(childCard)).toMatchObject({
      unbindButton: '解绑海*，不能再替孩子挂号',
      hasOtherNumbers: false,
    });
  });

  test('the consent shows when it was given, or that it is missing', () => {
    expect(meView(settledMe)).toMatchObject({ consentGiven: true, consent: '2026年3月9日 09:05 同意' });
    expect(meView(strangerMe)).toMatchObject({ consentGiven: false, consent: '还没有同意' });
    expect(meView({ ...settledMe, consentWanted: consentDocument }).consent).toContain('新的一版');
  });

  test('deleting everything wants the word itself', () => {
    expect(mayDelete('删除')).toBe(true);
    expect(mayDelete(' 删除 ')).toBe(true);
    expect(mayDelete('删')).toBe(false);
    expect(keptLines({ kept: [{ what: '付款记录', why: '保存 30 年' }] })).toEqual(['付款记录：保存 30 年']);
  });
});
