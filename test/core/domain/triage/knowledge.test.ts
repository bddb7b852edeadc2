import { describe, expect, test } from '@jest/globals';
import type { Symptom, WordClass } from '@core/domain/triage/knowledge';
import { tableRows, wordsOf } from '@core/domain/triage/table';
import { knowledgeTable } from '../../../../scripts/triage/read-triage-knowledge';
import { knowledge } from './shared-guide';

const { signs, symptoms, rules, specialties, classes, moreClasses } = knowledge;
const terms = [...signs, ...symptoms];
const AREAS =
  'whole head eye ear-nose-throat mouth neck chest breast belly bowel urine women back limbs skin mind child need known'.split(
    ' ',
  );

const repeated = (ids: readonly string[]): readonly string[] =>
  ids.filter((id, index) => ids.indexOf(id) !== index);

/** Classes that the words name and that are not at hand: signs have only those of the main package. */
const unknownClasses = (of: readonly Symptom[], known: readonly WordClass[]): readonly string[] => {
  const names = new Set(known.map(({ name }) => `@${name}`));
  const used = of.flatMap(({ words }) => words.flatMap((word) => word.split(/[+~]/)));
  return used.filter((element) => element === '' || (element.startsWith('@') && !names.has(element)));
};

describe('the tables', () => {
  test('hold at least 150 complaints with everyday words and 30 red flags of every kind', () => {
    const complaints = terms.filter(({ isHint }) => !isHint);
    expect(complaints.length).toBeGreaterThanOrEqual(150);
    expect(complaints.filter(({ words }) => words.length < 3).map(({ id }) => id)).toEqual([]);
    expect(rules.length).toBeGreaterThanOrEqual(30);
    expect(new Set(rules.map(({ kind }) => kind))).toEqual(
      new Set(['adult', 'child', 'pregnancy', 'mental']),
    );
  });

  test('name everything once', () => {
    expect(repeated(terms.map(({ id }) => id))).toEqual([]);
    expect(repeated(rules.map(({ id }) => id))).toEqual([]);
    expect(repeated(specialties.map(({ id }) => id))).toEqual([]);
    expect(repeated([...classes, ...moreClasses].map(({ name }) => name))).toEqual([]);
  });

  test('speak only of what is there', () => {
    const specialtyIds = new Set(specialties.map(({ id }) => id));
    const signIds = new Set(signs.map(({ id }) => id));
    const pointed = terms.flatMap(({ points }) => points.map(({ specialtyId }) => specialtyId));
    expect(pointed.filter((id) => !specialtyIds.has(id))).toEqual([]);
    expect(rules.flatMap(({ groups }) => groups.flat()).filter((id) => !signIds.has(id))).toEqual([]);
    expect(unknownClasses(signs, classes)).toEqual([]);
    expect(unknownClasses(symptoms, [...classes, ...moreClasses])).toEqual([]);
    expect(terms.filter(({ area }) => area !== '' && !AREAS.includes(area)).map(({ id }) => id)).toEqual([]);
  });

  test('cite a public document that is listed, or say that nobody has checked the row', () => {
    const sources = new Set(tableRows(knowledgeTable('sources')).map(({ id }) => id));
    for (const table of ['sign-facts', 'symptoms', 'red-flags'])
      for (const row of tableRows(knowledgeTable(table)))
        expect(row['source'] === 'unreviewed' || sources.has(row['source'] ?? '')).toBe(true);
    for (const { title, address } of tableRows(knowledgeTable('sources'))) {
      expect(title).not.toBe('');
      expect(address).toMatch(/^https?:\/\//);
    }
  });

  test('give everybody with children or a pregnancy someone to go to', () => {
    const ids = new Set(specialties.map(({ id }) => id));
    for (const { forChildren, forPregnant, parentId } of specialties) {
      expect([...forChildren, ...forPregnant].filter(({ specialtyId }) => !ids.has(specialtyId))).toEqual([]);
      expect(parentId === null || ids.has(parentId)).toBe(true);
    }
  });

  test('say of every sign what it is called', () => {
    expect(
      signs.filter(({ name, points }) => name === '' || points.length === 0).map(({ id }) => id),
    ).toEqual([]);
  });

  test('are read line by line, comments and empty lines left out', () => {
    expect(tableRows('# note\nid\tname\n\na\tone\nb\n')).toEqual([
      { id: 'a', name: 'one' },
      { id: 'b', name: '' },
    ]);
    expect(wordsOf('a  b')).toEqual(['a', 'b']);
  });
});
