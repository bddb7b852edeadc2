import alarmWeights from '@core/domain/triage/knowledge/alarm-weights.tsv';
import classes from '@core/domain/triage/knowledge/classes.tsv';
import dangers from '@core/domain/triage/knowledge/dangers.tsv';
import moreClasses from '@core/domain/triage/knowledge/more-classes.tsv';
import negation from '@core/domain/triage/knowledge/negation.tsv';
import redFlags from '@core/domain/triage/knowledge/red-flags.tsv';
import signFacts from '@core/domain/triage/knowledge/sign-facts.tsv';
import signs from '@core/domain/triage/knowledge/signs.tsv';
import sources from '@core/domain/triage/knowledge/sources.tsv';
import specialties from '@core/domain/triage/knowledge/specialties.tsv';
import symptoms from '@core/domain/triage/knowledge/symptoms.tsv';
import { createGuide, type Guide } from '@core/domain/triage/guide';
import {
  readAlarmWeights,
  readClasses,
  readDangers,
  readNegation,
  readRedFlags,
  readSigns,
  readSpecialties,
  readSymptoms,
} from '@core/domain/triage/read-knowledge';

/** The tables as they were written, for those who look after them. */
export const tables = { signFacts, symptoms, redFlags, sources };

let prepared: Guide | null = null;

/** The guide, prepared at the first question of an instance: most calls never need it. */
export const guide = (): Guide =>
  (prepared ??= createGuide({
    signs: readSigns(signs, signFacts),
    symptoms: readSymptoms(symptoms),
    rules: readRedFlags(redFlags),
    specialties: readSpecialties(specialties),
    classes: readClasses(classes),
    moreClasses: readClasses(moreClasses),
    negation: readNegation(negation),
    dangers: readDangers(dangers),
    alarm: readAlarmWeights(alarmWeights),
  }));
