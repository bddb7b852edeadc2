import { describe, expect, test } from '@jest/globals';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatFault } from '../../../../scripts/hospital/fault';
import { loadHospital } from '../../../../scripts/hospital/load';
import type { HospitalPlan } from '../../../../core/domain/guide/plan';
import { survey } from '../../../../scripts/hospital/plan/survey';
import { withCopy } from '../broken-folder';

const TABLES = ['buildings', 'floors', 'nodes', 'links', 'places'] as const;
type Rows = Partial<Record<(typeof TABLES)[number], readonly string[]>>;

const HEADS = {
  buildings: 'id name',
  floors: 'id buildingId name level',
  nodes: 'id floorId x y',
  links: 'from to kind metres seconds',
  places: 'id floorId nodeId x y kind area name words landmark',
};

/** A hut: a gate, a hall with a room up some steps. */
const HUT: Required<Rows> = {
  buildings: ['hut 小楼'],
  floors: ['hut-1f hut 小楼一层 1'],
  nodes: ['gate-n hut-1f 0 0', 'hall-n hut-1f 10 0', 'room-n hut-1f 10 5'],
  links: ['gate-n hall-n walk', 'hall-n room-n steps'],
  places: ['gate hut-1f gate-n 0 0 gate _ 大门', 'room hut-1f room-n 10 7 room _ 诊室 看病、瞧病'],
};
const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10">\n<rect class="ground" x="0" y="0" width="20" height="10"/>\n<text class="label" x="10" y="7">诊室</text>\n</svg>';

function loadHut(rows: Rows = {}, svg: string | null = SVG) {
  return withCopy((directory) => {
    cpSync('local/hospital/plan', join(directory, 'plan'), { recursive: true });
    const cells = (row: string): string =>
      row
        .split(' ')
        .map((cell) => (cell === '_' ? '' : cell))
        .join('\t');
    for (const table of TABLES) {
      const lines = [HEADS[table], ...(rows[table] ?? HUT[table])].map(cells);
      writeFileSync(join(directory, `plan/${table}.tsv`), lines.join('\n'));
    }
    if (svg === null) rmSync(join(directory, 'plan/hut-1f.svg'), { force: true });
    else writeFileSync(join(directory, 'plan/hut-1f.svg'), svg);
    return loadHospital(directory);
  });
}

const faultsOf = (rows: Rows, svg: string | null = SVG): string[] => {
  const loaded = loadHut(rows, svg);
  return loaded.ok ? [] : loaded.faults.map(formatFault);
};

function hut(rows: Rows = {}): HospitalPlan {
  const loaded = loadHut(rows);
  if (!loaded.ok) throw new Error(loaded.faults.map(formatFault).join('\n'));
  return loaded.hospital.parts['plan']?.content as HospitalPlan;
}

describe('a plan in a folder', () => {
  test('is read with the lengths that its coordinates give', () => {
    expect(hut()).toMatchObject({
      links: [
        { metres: 10, seconds: 10 },
        { metres: 5, seconds: 5 },
      ],
      places: [{ placeId: 'gate' }, { placeId: 'room', words: ['看病', '瞧病'], landmark: false }],
      drawings: { 'hut-1f': { width: 20, shapes: [{ kind: 'ground' }], labels: [{ text: '诊室' }] } },
    });
  });

  test.each<[string, Rows, string]>([
    [
      'a link to nowhere',
      { links: ['gate-n well walk'] },
      'plan/links.tsv:2 to — well is not in plan/nodes.tsv',
    ],
    [
      'a link to itself',
      { links: ['gate-n gate-n walk'] },
      'plan/links.tsv:2 to — leads back to where it begins',
    ],
    [
      'an id twice',
      { nodes: [...HUT.nodes, 'gate-n hut-1f 1 1'] },
      'plan/nodes.tsv:5 id — gate-n stands twice',
    ],
    [
      'a place off its floor',
      { floors: [...HUT.floors, 'hut-2f hut 二层 2'], places: ['gate hut-2f gate-n 0 0 gate _ 大门'] },
      'plan/places.tsv:2 nodeId — gate-n is on hut-1f, not on hut-2f',
    ],
    [
      'a floor without a building',
      { floors: ['hut-1f inn 楼 1'] },
      'plan/floors.tsv:2 buildingId — inn is not in plan/buildings.tsv',
    ],
  ])('with %s is refused, with the line', (_, rows, fault) => {
    expect(faultsOf(rows)).toContain(fault);
  });

  test('is refused with a drawing that is missing or draws what no phone can', () => {
    expect(faultsOf({}, null)).toEqual(['plan/hut-1f.svg:1 — the file is missing or cannot be read']);
    const [fault] = faultsOf({}, SVG.replace('<rect class="ground"', '<rect class="lava"'));
    expect(fault).toMatch(/^plan\/hut-1f\.svg:2 rect — class must be one of/);
    expect(faultsOf({}, SVG.replace('<text', '<path d="M0 0"/>\n<text'))[0]).toMatch(/<path> is not drawn/);
  });

  test('is surveyed: rooms behind steps, rooms without any way, names without a place', () => {
    const found = survey(hut({ links: ['hall-n room-n steps'] }), []);
    expect(found.unreachable.map(({ placeId }) => placeId)).toEqual(['room']);
    const steps = survey(hut(), [
      { where: 'x', name: '小楼一层 诊室', by: 'words' },
      { where: 'y', name: '地下室', by: 'words' },
      { where: 'z', name: 'cellar', by: 'id' },
    ]);
    expect(steps.unreachable).toEqual([]);
    expect(steps.byStepsOnly.map(({ placeId }) => placeId)).toEqual(['room']);
    expect(steps.withoutPlace.map(({ where }) => where)).toEqual(['y', 'z']);
  });

  test('of the demo hospital says how each table is written', () => {
    for (const table of TABLES) {
      expect(readFileSync(`local/hospital/plan/${table}.tsv`, 'utf8')).toMatch(/^# /);
    }
  });
});
