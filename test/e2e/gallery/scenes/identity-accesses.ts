import { newRequest } from '../../../cloudfunctions/patient-under-test';
import { accepted } from '../../../cloudfunctions/visit-under-test';
import { family } from '../identity-people';
import { once, type Ground, type PageScenes } from '../scene';
import { pageOf } from './addresses';

const page = pageOf('identity', 'accesses');

/** The daughter has booked for the mother and looked at it. */
const looked = once(async (ground) => {
  const { mother, daughter } = await family(ground);
  const { underTest } = ground.stage;
  const choice = { practitionerId: 'dr-luo-yuan', clinicId: 'breast-general', day: '2026-03-24' };
  const { sessions } = accepted(
    await underTest.ask(daughter.user.openid, 'booking', 'listSlots', choice as never),
  );
  const session = sessions.find(({ slots }) => slots.some(({ state }) => state === 'free'));
  const start = session?.slots.find(({ state }) => state === 'free')?.start;
  if (session === undefined || start === undefined) throw new Error('No seat is left');
  const wish = { patientId: mother.patientId, sessionId: session.sessionId, start, acceptNearby: false };
  const { appointmentId } = accepted(
    await underTest.ask(daughter.user.openid, 'booking', 'bookSlot', { requestId: newRequest(), ...wish }),
  );
  accepted(await underTest.ask(daughter.user.openid, 'booking', 'getAppointment', { appointmentId }));
  await ground.stage.advance(2);
  await underTest.minute();
  return mother;
});

const user = async (ground: Ground) => (await looked(ground)).user;

export const accesses: PageScenes = {
  page,
  scenes: [
    { name: 'who-looked', user, address: () => `/${page}?about=looked`, sees: 'access', main: null },
    { name: 'who-acted', user, address: () => `/${page}?about=acted`, sees: 'access', main: null },
  ],
};
