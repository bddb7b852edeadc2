import type { HospitalUnderTest } from '../../hospital-under-test';
import { newRequest } from '../../patient-under-test';
import { refusal } from '../../visit-under-test';
import { may } from './model';
import type { Step } from './steps';
import type { Walkers } from './walkers';

/** How many questions are asked after each step. */
export const QUESTIONS = 12;

/** What these questions leave in the audit, in whose capacity. */
export const LOOKS: readonly string[] = [
  'relative identity.getMe',
  'relative clinic.listPatientAdmissions',
  'relative message.listMessages',
  'relative visit.listTasks',
  'relative billing.listBills',
  'relative report.listReports',
  'volunteer identity.getMe',
  'volunteer visit.listTasks',
  'nurse visit.getGatePass',
];

const DENIED = ['NOT_FOUND', 'SIGNED_OUT', 'CONSENT_MISSING'];

/** Asks everybody's questions about the patient; answers what the server lets through otherwise than the model, and all it let through. */
async function asked(hospital: HospitalUnderTest, { openid, patientId, rights, me }: Walkers) {
  const about = { patientId };
  const of = {
    patient: openid.patient,
    relative: openid.relative,
    helper: openid.helper,
    nurse: openid.nurse,
  };
  // The answers are of no version of the questions: whoever is let in is told so, and nothing changes.
  const declaration = () => ({
    ...about,
    requestId: newRequest(),
    version: 'none',
    temperatureTenths: 365,
    answers: [],
  });
  const isIn = async (answer: Promise<Parameters<typeof refusal>[0]>) =>
    !DENIED.includes(refusal(await answer));
  const isTold = async () => {
    const box = await hospital.ask(of.relative, 'message', 'listMessages', {});
    return box.ok && box.value.messages.length > 0;
  };
  const hasCard = async () => {
    const { patients } = await me(of.relative);
    return patients.some((card) => card.patientId === patientId && card.mayAct);
  };
  const declare = (who: keyof typeof of) =>
    isIn(hospital.ask(of[who], 'visit', 'declareAtGate', declaration()));
  const tasks = (who: keyof typeof of) => isIn(hospital.ask(of[who], 'visit', 'listTasks', about));
  const questions: readonly (readonly [string, boolean, Promise<boolean>])[] = [
    [
      'patient accesses',
      may.patient(rights),
      isIn(hospital.ask(of.patient, 'identity', 'listAccesses', { ...about, about: 'acted' })),
    ],
    ['relative card', may.relative(rights), hasCard()],
    [
      'relative admissions',
      may.relative(rights, 'book'),
      isIn(hospital.ask(of.relative, 'clinic', 'listPatientAdmissions', about)),
    ],
    ['relative messages', may.relative(rights, 'book'), isTold()],
    ['relative declares', may.relative(rights, 'check-in'), declare('relative')],
    ['relative tasks', may.relative(rights, 'way'), tasks('relative')],
    [
      'relative bills',
      may.relative(rights, 'pay'),
      isIn(hospital.ask(of.relative, 'billing', 'listBills', about)),
    ],
    [
      'relative reports',
      may.relative(rights, 'reports'),
      isIn(hospital.ask(of.relative, 'report', 'listReports', about)),
    ],
    ['helper acting', may.helper(rights), me(of.helper).then(({ acting }) => acting !== null)],
    ['helper declares', may.helper(rights, 'check-in'), declare('helper')],
    ['helper tasks', may.helper(rights, 'way'), tasks('helper')],
    ['nurse gate', may.nurse(rights), isIn(hospital.ask(of.nurse, 'visit', 'getGatePass', about))],
  ];
  const answers = await Promise.all(
    questions.map(async ([what, expected, answer]) => ({ what, expected, is: await answer })),
  );
  return {
    wrong: answers.filter(({ expected, is }) => is !== expected),
    allowed: answers.filter(({ is }) => is).map(({ what }) => what),
  };
}

/** Lets steps happen one after the other and asks after each; what was ever let through. */
export async function walk(
  hospital: HospitalUnderTest,
  walkers: Walkers,
  steps: readonly Step[],
): Promise<Set<string>> {
  const allowed = new Set<string>();
  for (const step of steps) {
    await walkers.happens(step);
    const found = await asked(hospital, walkers);
    if (found.wrong.length > 0)
      throw new Error(`After ${JSON.stringify(step)}: ${JSON.stringify(found.wrong)}`);
    for (const what of found.allowed) allowed.add(what);
  }
  return allowed;
}
