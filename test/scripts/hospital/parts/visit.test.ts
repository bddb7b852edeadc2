import { describe, expect, test } from '@jest/globals';
import { formatFault, loadEdited, type Edit } from '../broken-folder';

const faultsOf = (...edits: readonly Edit[]): readonly string[] => {
  const loaded = loadEdited(...edits);
  return loaded.ok ? [] : loaded.faults.map(formatFault);
};
const rules = (from: string, to: string): Edit => ({ file: 'visit.json', from, to });
const areas = (from: string, to: string): Edit => ({ file: 'areas.tsv', from, to });

describe("a hospital's rules of the visit", () => {
  test.each([
    [
      'a clinic without an area',
      areas('family-general,family-advice', 'family-general'),
      'areas.tsv:1 — the clinic family-advice has no area to check in to',
    ],
    [
      'a clinic with two',
      areas('children-general', 'children-general,family-advice'),
      'areas.tsv:3 clinicIds — family-advice checks in elsewhere already',
    ],
    [
      'a clinic that is none',
      areas('children-general', 'children-general,x-ray'),
      'x-ray is not in clinics.tsv',
    ],
    [
      'a fever below what is likely',
      rules('"feverTenths": 373', '"feverTenths": 335'),
      'the temperatures must rise',
    ],
    [
      'a question that stands twice',
      rules('"questionId": "contact"', '"questionId": "breathless"'),
      'stands in the list before',
    ],
    [
      'an open clinic that is none',
      rules('["family-advice"]', '["nowhere"]'),
      'nowhere is not in clinics.tsv',
    ],
    ['waits in the wrong order', rules('"shortest": 4', '"shortest": 40'), 'is above longest'],
    ['an unknown key', rules('"fewestVisits": 3', '"fewestVisit": 3'), 'unknown key'],
  ])('are refused with %s', (_name, edit, said) => {
    expect(faultsOf(edit).join('\n')).toContain(said);
  });

  test('are fine as they are', () => {
    expect(faultsOf()).toEqual([]);
  });
});
