import { join } from 'node:path';
import type { LocalCloud } from '../../../../local/cloud';
import { openSimulation, type Simulation, type SimulationOptions } from '../../../../local/cloud/in-process';
import { APP_ID, ENV_ID } from '../cloud-under-test';

export const NOON = Date.parse('2026-01-05T12:00:00+08:00');

/** The functions of the in-process tests. */
export const played = join(process.cwd(), 'test/local/cloud/in-process/fixtures/deployed');

type Given = Partial<Omit<SimulationOptions, 'cloud'>> & { cloud?: Partial<SimulationOptions['cloud']> };

/** A simulation at noon of a winter's day; the caller closes it. */
export const openPlay = ({ cloud = {}, ...world }: Given = {}): Promise<Simulation> =>
  openSimulation({
    seed: 1,
    now: NOON,
    ...world,
    cloud: {
      functionsDir: played,
      indexes: { collections: { notes: {}, runs: {} } },
      appId: APP_ID,
      envId: ENV_ID,
      ...cloud,
    },
  });

/** Opens a simulation for one piece of work and closes it. */
export const during = async <T>(given: Given, work: (simulation: Simulation) => Promise<T>): Promise<T> => {
  const simulation = await openPlay(given);
  try {
    return await work(simulation);
  } finally {
    await simulation.close();
  }
};

/** Calls the function `play`. */
export const play = async (
  simulation: Simulation,
  data: Record<string, unknown>,
  openid = 'o-ann',
): Promise<unknown> => {
  const answer = await simulation.invoke({ name: 'play', data, openid });
  return 'result' in answer ? answer.result : answer.errMsg;
};

/** The stored text of all documents of a collection, in the order in which they were inserted. */
export const texts = async (cloud: LocalCloud, collectionName: string): Promise<string[]> => {
  const query = { collectionName, queryType: 'WHERE', limit: 1000 };
  const { data } = await cloud.database.handle('database.getDocument', query);
  return (data as { list: string[] }).list;
};
