import type { Home } from '@core/contract/catalog';
import type { Contract } from '@core/contract/index';
import { api } from './api';
import type { ClientAnswer } from './client-answer';

type HomeAnswer = ClientAnswer<Contract['catalog']['procedures']['getHome']>;

const STORAGE_KEY = 'hospital-home';

/** The hospital's own words, as last heard; public, so it may stay on the phone and be read without a network. */
export function hospitalKept(): Home | null {
  const kept: unknown = wx.getStorageSync(STORAGE_KEY);
  return typeof kept === 'object' && kept !== null && 'organization' in kept ? (kept as Home) : null;
}

export async function refreshHospital(): Promise<HomeAnswer> {
  const answer = await api.catalog.getHome({});
  if (answer.ok) wx.setStorageSync(STORAGE_KEY, answer.value);
  return answer;
}

/** What is kept, else the server's word. */
export async function hospital(): Promise<HomeAnswer> {
  const kept = hospitalKept();
  return kept === null ? refreshHospital() : { ok: true, value: kept };
}
