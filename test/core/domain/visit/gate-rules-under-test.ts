import type { GateRules } from '../../../../core/domain/visit/gate-rules';

/** Rules of a gate with one question of each kind. */
export const gateRules: GateRules = {
  version: 'test-1',
  feverTenths: 373,
  feverFlagDays: 3,
  emergencyTenths: 410,
  lowestTenths: 340,
  highestTenths: 430,
  childBelowYears: 14,
  questions: [
    question('breathless', 'emergency', 0),
    question('contact', 'fever-clinic', 7),
    { ...question('pregnant', 'green-channel', 0), onlyFor: { gender: 'female', minAgeYears: 14 } },
  ],
  openClinics: {
    'fever-clinic': ['adult-fever'],
    'children-fever-clinic': ['ped-fever'],
    emergency: [],
  },
};

function question(questionId: string, leadsTo: GateRules['questions'][number]['leadsTo'], flagDays: number) {
  return { questionId, text: questionId, note: null, leadsTo, flagDays, onlyFor: null };
}
