import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { readBundle } from '../../../cloudfunctions/report/bundle-input';
import type { LaboratoryCatalogue } from '../../../core/domain/report/catalogue';
import { fromFhir } from '../../../core/domain/report/fhir/from-fhir';
import { loadHospital } from '../../../scripts/hospital/load';

test('the example file of docs/reports.md is a report that the demo hospital takes in', () => {
  const loaded = loadHospital('local/hospital');
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
  const table = loaded.hospital.parts['laboratory']?.content as LaboratoryCatalogue;
  const [, json = ''] = /```json\n([\s\S]*?)```/.exec(readFileSync('docs/reports.md', 'utf8')) ?? [];
  const bundle = readBundle(json);
  if (!bundle.ok) throw new Error(JSON.stringify(bundle.reason));
  expect(fromFhir(bundle.bundle, table)).toMatchObject({
    ok: true,
    content: { sourceId: 'LIS-20260310-0017', results: [{ code: 'hgb', value: 104, unit: 'g/L' }] },
  });
});
