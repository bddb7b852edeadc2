import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Knowledge } from '../../core/domain/triage/knowledge';
import {
  readAlarmWeights,
  readClasses,
  readDangers,
  readNegation,
  readRedFlags,
  readSigns,
  readSpecialties,
  readSymptoms,
} from '../../core/domain/triage/read-knowledge';

const FOLDER = 'core/domain/triage/knowledge';

/** The text of one of the guide's tables, by its name without ending. */
export const knowledgeTable = (name: string, root = process.cwd()): string =>
  readFileSync(path.join(root, FOLDER, `${name}.tsv`), 'utf8');

/** The guide's tables as the build puts them into functions and packages, read from the sources. */
export const readTriageKnowledge = (root = process.cwd()): Knowledge => ({
  signs: readSigns(knowledgeTable('signs', root), knowledgeTable('sign-facts', root)),
  symptoms: readSymptoms(knowledgeTable('symptoms', root)),
  rules: readRedFlags(knowledgeTable('red-flags', root)),
  specialties: readSpecialties(knowledgeTable('specialties', root)),
  classes: readClasses(knowledgeTable('classes', root)),
  moreClasses: readClasses(knowledgeTable('more-classes', root)),
  negation: readNegation(knowledgeTable('negation', root)),
  dangers: readDangers(knowledgeTable('dangers', root)),
  alarm: readAlarmWeights(knowledgeTable('alarm-weights', root)),
});
