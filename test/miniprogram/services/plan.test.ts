import '../procedure-table';
import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { KeptPlan } from '../../../miniprogram/services/plan';

interface Service {
  planKept(): KeptPlan | null;
  refreshPlan(): Promise<{ readonly ok: boolean; readonly error?: string }>;
}

/** A hospital of two buildings, as the server would answer; a building may fail. */
interface Server {
  version: string;
  /** Of the ways; null where they change with everything else. */
  ways: string | null;
  calls: string[];
  failing: string | null;
}

const server: Server = { version: 'v1', ways: null, calls: [], failing: null };
const storage = new Map<string, unknown>();

function answer({ procedure, input }: { procedure: string; input: Record<string, unknown> }): object {
  server.calls.push(procedure);
  const { version, failing } = server;
  const waysVersion = server.ways ?? version;
  if (procedure === 'getPlan') {
    const buildings = ['a', 'b'].map((buildingId) => ({ buildingId, name: buildingId }));
    const directory = { buildings, floors: [], places: [{ placeId: `p-${version}` }], findings: [] };
    return {
      ok: true,
      value: { version, waysVersion, directory: input['known'] === version ? null : directory },
    };
  }
  const buildingId = input['buildingId'] as string;
  if (buildingId === failing) return { ok: false, error: 'BUSY', detail: null };
  return {
    ok: true,
    value: {
      version: waysVersion,
      nodes: [{ nodeId: `${buildingId}-${waysVersion}` }],
      links: [],
      drawings: [],
    },
  };
}

Object.assign(globalThis, {
  wx: {
    getStorageSync: (key: string) => storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => storage.set(key, JSON.parse(JSON.stringify(value))),
    getNetworkType: ({ success }: { readonly success: (found: object) => void }) =>
      success({ networkType: 'wifi' }),
    cloud: { callFunction: ({ data }: { data: never }) => Promise.resolve({ result: answer(data) }) },
  },
});

/** The service as a phone has it that was just switched on. */
function started(): Service {
  jest.resetModules();
  return jest.requireActual('../../../miniprogram/services/plan');
}

beforeEach(() => {
  storage.clear();
  Object.assign(server, { version: 'v1', ways: null, calls: [], failing: null });
});

describe('the plan on the phone', () => {
  test('is not there before it was fetched, and stays when the app is started anew', async () => {
    const first = started();
    expect(first.planKept()).toBeNull();
    expect((await first.refreshPlan()).ok).toBe(true);
    const again = started().planKept();
    expect(again?.places).toEqual([{ placeId: 'p-v1' }]);
    expect(again?.nodes).toEqual([{ nodeId: 'a-v1' }, { nodeId: 'b-v1' }]);
  });

  test('is asked for once by two askers, and building by building only where it is new', async () => {
    const service = started();
    await Promise.all([service.refreshPlan(), service.refreshPlan()]);
    expect(server.calls).toEqual(['getPlan', 'getBuilding', 'getBuilding']);
    await service.refreshPlan();
    expect(server.calls.slice(3)).toEqual(['getPlan']);
  });

  test('fetches no building anew where only what is found there has changed', async () => {
    server.ways = 'w1';
    await started().refreshPlan();
    Object.assign(server, { version: 'v2', calls: [] });
    await started().refreshPlan();
    expect(server.calls).toEqual(['getPlan']);
    expect(started().planKept()).toMatchObject({
      version: 'v2',
      places: [{ placeId: 'p-v2' }],
      nodes: [{ nodeId: 'a-w1' }, { nodeId: 'b-w1' }],
    });
  });

  test('stays whole where a newer one breaks off half-way', async () => {
    await started().refreshPlan();
    Object.assign(server, { version: 'v2', failing: 'b' });
    const service = started();
    expect(await service.refreshPlan()).toMatchObject({ ok: false, error: 'BUSY' });
    expect(started().planKept()).toMatchObject({
      version: 'v1',
      nodes: [{ nodeId: 'a-v1' }, { nodeId: 'b-v1' }],
    });
    server.failing = null;
    await service.refreshPlan();
    expect(started().planKept()).toMatchObject({
      version: 'v2',
      nodes: [{ nodeId: 'a-v2' }, { nodeId: 'b-v2' }],
    });
  });

  test('counts as not there where a part of it was lost', async () => {
    await started().refreshPlan();
    storage.delete('plan-building-b');
    expect(started().planKept()).toBeNull();
  });
});
