import { IMAGING_FINDINGS, SYSTEMS, type Observation } from './resources';

/** LOINC: pregnancy status; its answer "pregnant". */
const PREGNANCY = '82810-3';
const PREGNANT = 'LA15173-0';
/** LOINC: radiology study observation (narrative). */
const STUDY_OBSERVATION = '18782-3';

const isAbout = ({ code }: Observation, loinc: string, own: string): boolean =>
  (code?.coding ?? []).some(
    (coding) => coding.code === loinc || (coding.system === SYSTEMS.circumstance && coding.code === own),
  );

const isPregnancy = (observation: Observation): boolean => isAbout(observation, PREGNANCY, 'pregnant');
const isFindings = (observation: Observation): boolean =>
  isAbout(observation, STUDY_OBSERVATION, IMAGING_FINDINGS);

/** Whether it is a result, and not something about the person or what was seen on a picture. */
export const isResult = (observation: Observation): boolean =>
  !isPregnancy(observation) && !isFindings(observation);

/** Null where nobody said. */
export function pregnancyOf(observations: readonly Observation[]): boolean | null {
  const said = observations.find(isPregnancy);
  if (!said) return null;
  if (said.valueBoolean !== undefined) return said.valueBoolean;
  return (said.valueCodeableConcept?.coding ?? []).some(({ code }) => code === PREGNANT);
}

/** Findings that the desk marked as critical (v3 ObservationInterpretation: AA). */
export const isUrgent = (observations: readonly Observation[]): boolean =>
  observations
    .filter(isFindings)
    .flatMap(({ interpretation = [] }) => interpretation.flatMap(({ coding = [] }) => coding))
    .some(({ code }) => code === 'AA');

/** What was seen on a picture. */
export const findingsOf = (observations: readonly Observation[]): string | undefined =>
  observations.find(isFindings)?.valueString;
