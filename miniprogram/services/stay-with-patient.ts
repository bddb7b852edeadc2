import { api } from './api';
import { isLost } from './client-answer';
import { createPoll } from './poll';
import { newRequestId } from './request-id';
import { me, refreshMe } from './session';

/** Often enough that the strip goes soon after the patient's tap; the server notes a minute at most. */
const EVERY_MS = 15_000;

async function look(): Promise<void> {
  const acting = me.get()?.acting;
  if (!acting) return;
  const { assistanceId } = acting;
  const answer = await api.identity.stayWithPatient({ requestId: newRequestId(), assistanceId });
  if (answer.ok || isLost(answer)) return;
  await refreshMe();
  void wx.showToast({ title: '这次帮助已经结束', icon: 'none' });
}

/**
 * While the mini program is in sight, a volunteer's phone says that it is busy with the patient; once it is put away for long
 * the assistance ends. Everybody else's phone asks nothing.
 */
export const stayWithPatient = createPoll(look, EVERY_MS);
