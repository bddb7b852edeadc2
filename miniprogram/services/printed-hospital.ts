import { hospitalKept } from './hospital';

/** The way to the emergency department from one door, in sentences; without steps, so that everybody can go it. */
export interface PrintedWay {
  /** What one sees there: 南大门. */
  readonly from: string;
  readonly steps: readonly string[];
}

/** An emergency department. */
export interface PrintedGoal {
  /** The hospital's words for where it is, as the plan knows them; empty where there is none. */
  readonly place: string;
  readonly ways: readonly PrintedWay[];
}

/** What the main package says of the hospital on a phone that never reached it. */
export interface PrintedHospital {
  readonly name: string;
  readonly phone: string;
  readonly emergencyPhone: string;
  readonly emergency: PrintedGoal;
  readonly emergencyForChildren: PrintedGoal;
}

/** Written into the script by the build, from the hospital's folder. */
declare const PRINTED_HOSPITAL: PrintedHospital | null;

/** Null where the build had no hospital's folder, or where the server turned out to be another hospital's. */
export function printedHospital(): PrintedHospital | null {
  const heard = hospitalKept();
  const isAnother = heard !== null && heard.organization.name !== PRINTED_HOSPITAL?.name;
  return isAnother ? null : PRINTED_HOSPITAL;
}

const NOWHERE: PrintedGoal = { place: '', ways: [] };

/** The emergency department that needs neither a network nor anything kept: the children's, where there is one. */
export function printedEmergency(isForChild: boolean): PrintedGoal {
  const printed = printedHospital();
  if (printed === null) return NOWHERE;
  const { emergency, emergencyForChildren } = printed;
  return isForChild && emergencyForChildren.place !== '' ? emergencyForChildren : emergency;
}
