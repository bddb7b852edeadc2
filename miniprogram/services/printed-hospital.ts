import { hospitalKept } from './hospital';

/** The way to the emergency department from one door, in sentences; without steps, so that everybody can go it. */
export interface PrintedWay {
  /** What one sees there: 南大门. */
  readonly from: string;
  readonly steps: readonly string[];
}

/** What the main package says of the hospital on a phone that never reached it. */
export interface PrintedHospital {
  readonly name: string;
  readonly phone: string;
  readonly emergencyPhone: string;
  readonly emergency: readonly PrintedWay[];
  /** The children's emergency department; empty where the hospital has none of its own. */
  readonly emergencyForChildren: readonly PrintedWay[];
}

/** Written into the script by the build, from the hospital's folder. */
declare const PRINTED_HOSPITAL: PrintedHospital | null;

/** Null where the build had no hospital's folder, or where the server turned out to be another hospital's. */
export function printedHospital(): PrintedHospital | null {
  const heard = hospitalKept();
  const isAnother = heard !== null && heard.organization.name !== PRINTED_HOSPITAL?.name;
  return isAnother ? null : PRINTED_HOSPITAL;
}

/** Ways to the emergency department that need neither a network nor anything kept. */
export function printedWays(isForChild: boolean): readonly PrintedWay[] {
  const printed = printedHospital();
  if (printed === null) return [];
  const { emergency, emergencyForChildren } = printed;
  return isForChild && emergencyForChildren.length > 0 ? emergencyForChildren : emergency;
}
