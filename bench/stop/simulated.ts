import path from 'node:path';
import type { FaultRule } from '../../local/cloud/index';
import { openSimulation, type Simulation } from '../../local/cloud/in-process';
import { functionKeys, functionSettings, indexPlan } from '../../scripts/start/function-settings';
import { openHospital } from '../../scripts/start/open-hospital';
import type { HospitalFolder } from '../../scripts/hospital/types';
import { TUESDAY_8_00, underTest } from '../../test/cloudfunctions/hospital-under-test';
import { fillSession, type Ground } from './full-session';
import { approve, seeThrough, type Approval, type Outcome } from './stopping';
import { WatchedCalls } from './watched-calls';

export interface Simulated {
  readonly people: number;
  readonly folder: HospitalFolder;
  readonly builtDir: string;
  readonly faults: readonly FaultRule[];
}

/** Virtual milliseconds between two looks. */
const LOOK_MS = 1000;

/** Stops a full session on a clock of its own: what is waited for is counted, and what else the machine does is not. */
export async function stopSimulated(options: Simulated): Promise<{ approval: Approval; outcome: Outcome }> {
  const simulation = await openWard(options);
  try {
    const wait: Ground['wait'] = (work) => simulation.until(work);
    const ground = { hospital: underTest(simulation.cloud), wait };
    const { cloud } = simulation;
    await wait(() => openHospital(cloud, options.folder));
    const filled = await fillSession(ground, options.folder, options.people);
    const watched = new WatchedCalls(cloud);
    for (const fault of options.faults) cloud.faults.set(fault);
    cloud.timers.start();
    const approval = await approve(ground, filled);
    const pass = () => simulation.advance(LOOK_MS);
    return { approval, outcome: await seeThrough(ground, { people: options.people, watched, pass }) };
  } finally {
    await simulation.close();
  }
}

const openWard = ({ builtDir }: Simulated): Promise<Simulation> =>
  openSimulation({
    seed: 1,
    now: TUESDAY_8_00,
    cloud: {
      functionsDir: path.join(builtDir, 'cloudfunctions'),
      indexes: indexPlan(builtDir),
      appId: 'wx0000000000000000',
      envId: 'local',
      functionEnv: functionKeys,
      functionConfig: functionSettings(builtDir),
      holdTimers: true,
    },
  });
