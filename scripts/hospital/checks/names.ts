import { syllablesMatch, SYLLABLES_DIFFER } from '../schemas/pinyin';
import { rowFault, type Check } from './check';

/** A syllable too few or too many makes a name unfindable by its initials. */
export const pinyinFitsNames: Check = (folder) =>
  (['departments', 'clinics', 'practitioners'] as const).flatMap((table) =>
    folder[table]
      .filter((row) => !syllablesMatch(row.value))
      .map((row) => rowFault(table, row, 'pinyin', SYLLABLES_DIFFER)),
  );
