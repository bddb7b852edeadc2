import type { VolunteerScope } from '@core/contract/access';
import { agreeAndVerify, newRequest } from '../../cloudfunctions/patient-under-test';
import { inventedPatient } from './names';
import { staffMember } from '../../cloudfunctions/staff-under-test';
import { accepted } from '../../cloudfunctions/visit-under-test';
import type { WeChatUser } from '../stage/open-phone';
import type { Stage } from '../stage/stage';
import { once } from './scene';

const PURPOSES: VolunteerScope[] = ['triage', 'book', 'check-in', 'way'];

export interface CardOwner {
  readonly user: WeChatUser;
  readonly patientId: string;
}

let serial = 880;

async function cardOwner(stage: Stage, birth = '19900101'): Promise<CardOwner> {
  serial += 1;
  const { openid, patientId } = await inventedPatient(stage, serial, birth);
  return { user: { openid, phoneNumber: `1990009${String(serial).padStart(4, '0')}` }, patientId };
}

async function staff(stage: Stage, role: 'volunteer' | 'window' | 'administrator'): Promise<WeChatUser> {
  serial += 1;
  const phoneNumber = `1990009${String(serial).padStart(4, '0')}`;
  const openid = await staffMember(stage.underTest, { role });
  await agreeAndVerify(stage.underTest, openid, phoneNumber);
  return { openid, phoneNumber };
}

const familyCode = async ({ underTest }: Stage, { openid }: WeChatUser): Promise<string> =>
  accepted(await underTest.ask(openid, 'identity', 'askRelative', { requestId: newRequest() })).code;

/** A mother who lets her daughter act, and somebody who asks to be let, too. */
export const family = once(async ({ stage }) => {
  const mother = await cardOwner(stage, '19580217');
  const daughter = await cardOwner(stage, '19860518');
  const asker = await cardOwner(stage);
  accepted(
    await stage.underTest.ask(mother.user.openid, 'identity', 'grantConsent', {
      requestId: newRequest(),
      patientId: mother.patientId,
      code: await familyCode(stage, daughter.user),
      scopes: ['triage', 'book', 'check-in', 'way', 'pay', 'reports'],
      days: 180,
    }),
  );
  return { mother, daughter, code: await familyCode(stage, asker.user) };
});

interface Asked {
  readonly patient: CardOwner;
  readonly volunteer: WeChatUser;
  readonly assistanceId: string;
}

async function askedBy(stage: Stage): Promise<Asked> {
  const patient = await cardOwner(stage, '19500101');
  const volunteer = await staff(stage, 'volunteer');
  const { openid } = patient.user;
  const { code } = accepted(
    await stage.underTest.ask(openid, 'identity', 'makeHelpCode', { requestId: newRequest() }),
  );
  const asked = { requestId: newRequest(), code, purposes: PURPOSES };
  const { assistanceId } = accepted(
    await stage.underTest.ask(volunteer.openid, 'identity', 'askAssistance', asked),
  );
  return { patient, volunteer, assistanceId };
}

/** A volunteer waits for a patient's yes. */
export const asking = once(({ stage }) => askedBy(stage));

/** A volunteer acts for a patient. */
export const assisting = once(async ({ stage }) => {
  const asked = await askedBy(stage);
  const yes = {
    requestId: newRequest(),
    assistanceId: asked.assistanceId,
    purposes: PURPOSES,
    minutes: 60,
  };
  accepted(await stage.underTest.ask(asked.patient.user.openid, 'identity', 'consentToAssistance', yes));
  return asked;
});

/** Somebody waits for a volunteer; volunteers, the window and an administrator at work. */
export const helpers = once(async ({ stage }) => {
  const waiting = await cardOwner(stage, '19480808');
  const place = '门诊楼 1 楼大厅，自助机旁边，穿红色外套';
  accepted(
    await stage.underTest.ask(waiting.user.openid, 'identity', 'requestHelp', {
      requestId: newRequest(),
      wish: 'machine',
      place,
    }),
  );
  return {
    waiting,
    volunteer: await staff(stage, 'volunteer'),
    window: await staff(stage, 'window'),
    administrator: await staff(stage, 'administrator'),
  };
});
