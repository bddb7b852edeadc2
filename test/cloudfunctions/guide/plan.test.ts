import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { loadHospital } from '../../../scripts/hospital/load';
import { openHospital } from '../../../scripts/start/open-hospital';
import { DEMO, openHospitalUnderTest, TINY, type HospitalUnderTest } from '../hospital-under-test';
import { accepted, refusal } from '../visit-under-test';

const folderOf = (directory: string) => {
  const loaded = loadHospital(directory);
  if (!loaded.ok) throw new Error('The hospital does not load');
  return loaded.hospital;
};

describe('the plan as phones get it', () => {
  let hospital: HospitalUnderTest;
  beforeAll(async () => {
    hospital = await openHospitalUnderTest();
  });
  afterAll(() => hospital.close());

  const getPlan = (known: string | null = null) => hospital.ask('oNobody', 'guide', 'getPlan', { known });
  const getBuilding = (buildingId: string) => hospital.ask('oNobody', 'guide', 'getBuilding', { buildingId });

  test('is empty in a hospital without one', async () => {
    const { directory } = accepted(await getPlan());
    expect(directory).toEqual({ buildings: [], floors: [], places: [], findings: [] });
    expect(refusal(await getBuilding('mz'))).toBe('NOT_FOUND');
  });

  test('is open to everyone, comes whole in answers below 1 MB, and once only', async () => {
    const demo = folderOf(DEMO);
    const before = accepted(await getPlan()).version;
    await openHospital(hospital.cloud, { ...folderOf(TINY), parts: demo.parts });
    await hospital.cloud.clock.advance(11_000);
    const { version, waysVersion, directory } = accepted(await getPlan(before));
    expect(version).not.toBe(before);
    expect(JSON.stringify(directory).length).toBeLessThan(1_000_000);
    const whole = demo.parts['plan']?.content as { nodes: object[]; links: object[]; floors: object[] };
    const buildings = [];
    for (const { buildingId } of directory?.buildings ?? [])
      buildings.push(accepted(await getBuilding(buildingId)));
    expect(buildings.flatMap(({ nodes }) => nodes)).toHaveLength(whole.nodes.length);
    expect(buildings.flatMap(({ links }) => links)).toHaveLength(whole.links.length);
    expect(buildings.flatMap(({ drawings }) => drawings)).toHaveLength(whole.floors.length);
    expect(buildings.every((building) => building.version === waysVersion)).toBe(true);
    expect(accepted(await getPlan(version))).toEqual({ version, waysVersion, directory: null });
  });

  test('names the rooms of doctors, clinics and departments', async () => {
    const demo = folderOf(DEMO);
    await openHospital(hospital.cloud, demo);
    await hospital.cloud.clock.advance(11_000);
    const { version, waysVersion, directory } = accepted(await getPlan());
    const findings = directory?.findings ?? [];
    const places = (id: string) => findings.filter((one) => one.id === id).map(({ placeId }) => placeId);
    expect(places('dr-su-wanning')).toEqual(['mz-2f-a-207']);
    expect(places('gynecology')).toEqual(['mz-2f-a-nurse']);
    expect(places('ped-fever')).toEqual(['ped-fever-clinic']);
    const placed = (kind: string) =>
      new Set(findings.filter((one) => one.kind === kind).map(({ id }) => id)).size;
    expect(placed('department')).toBe(demo.departments.length);
    expect(placed('clinic')).toBe(demo.clinics.length);
    expect(placed('doctor')).toBe(demo.practitioners.length);

    const [moved, ...others] = demo.practitioners;
    if (!moved) throw new Error('No doctor');
    const renamed = { ...demo, practitioners: [{ ...moved, name: '改名人' }, ...others] };
    const paidMore = { ...demo, hospital: { ...demo.hospital, phone: '0990-1234567' } };
    for (const [changed, contentHash, isSame] of [
      [paidMore, 'a'.repeat(64), true],
      [renamed, 'b'.repeat(64), false],
    ] as const) {
      await openHospital(hospital.cloud, { ...changed, contentHash });
      await hospital.cloud.clock.advance(11_000);
      const next = accepted(await getPlan(version));
      expect([next.waysVersion, next.directory === null]).toEqual([waysVersion, isSame]);
    }
  });
});
