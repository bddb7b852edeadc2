import alarmWeights from '@core/domain/triage/knowledge/alarm-weights.tsv';
import classes from '@core/domain/triage/knowledge/classes.tsv';
import dangers from '@core/domain/triage/knowledge/dangers.tsv';
import negation from '@core/domain/triage/knowledge/negation.tsv';
import redFlags from '@core/domain/triage/knowledge/red-flags.tsv';
import signs from '@core/domain/triage/knowledge/signs.tsv';
import { createEmergencies } from '@core/domain/triage/emergencies';
import type { EmergencyKnowledge } from '@core/domain/triage/knowledge';
import {
  readAlarmWeights,
  readClasses,
  readDangers,
  readNegation,
  readRedFlags,
  readSigns,
} from '@core/domain/triage/read-knowledge';

/** The words of the signs as they were written, for whoever knows more about them. */
export const signWords = signs;

let knowledge: EmergencyKnowledge | null = null;

/** In the main package: known from the first start on, also without a network. Read when it is first needed. */
export const emergencyKnowledge = (): EmergencyKnowledge =>
  (knowledge ??= {
    signs: readSigns(signs),
    rules: readRedFlags(redFlags),
    classes: readClasses(classes),
    negation: readNegation(negation),
    dangers: readDangers(dangers),
    alarm: readAlarmWeights(alarmWeights),
  });

let recognise: ReturnType<typeof createEmergencies> | null = null;

/** Recognises what cannot wait. */
export const emergencies = (): ReturnType<typeof createEmergencies> =>
  (recognise ??= createEmergencies(emergencyKnowledge()));
