import moreClasses from '@core/domain/triage/knowledge/more-classes.tsv';
import signFacts from '@core/domain/triage/knowledge/sign-facts.tsv';
import specialties from '@core/domain/triage/knowledge/specialties.tsv';
import symptoms from '@core/domain/triage/knowledge/symptoms.tsv';
import { createGuide, type Guide } from '@core/domain/triage/guide';
import type { Knowledge, Symptom } from '@core/domain/triage/knowledge';
import { readClasses, readSigns, readSpecialties, readSymptoms } from '@core/domain/triage/read-knowledge';
import { emergencyKnowledge, signWords } from '../../services/triage/emergency-knowledge';

let knowledge: Knowledge | null = null;
let guide: Guide | null = null;

const fullKnowledge = (): Knowledge =>
  (knowledge ??= {
    ...emergencyKnowledge(),
    signs: readSigns(signWords, signFacts),
    moreClasses: readClasses(moreClasses),
    symptoms: readSymptoms(symptoms),
    specialties: readSpecialties(specialties),
  });

/** The whole guide, prepared when it is first needed. */
export const fullGuide = (): Guide => (guide ??= createGuide(fullKnowledge()));

/** Everything that can be tapped. */
export const allComplaints = (): readonly Symptom[] => [
  ...fullKnowledge().signs,
  ...fullKnowledge().symptoms,
];
