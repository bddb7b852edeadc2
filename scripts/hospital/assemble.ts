import { contentHash } from './content-hash';
import { birthDateOf, genderOf } from './identity-number';
import type { ParsedFolder } from './parsed-folder';
import { fillPlaceholders } from './placeholders';
import type { RulePack } from './rule-pack-types';
import type { RulePackFile } from './schemas/rule-pack';
import { scheduleTemplates } from './schedule-templates';
import type { HealthcareService, HospitalFolder, PinyinName, RegisteredPerson, VersionedText } from './types';

const pinyinName = ({ name, pinyin }: { name: string; pinyin: string }): PinyinName => ({
  name,
  pinyin: pinyin.replaceAll(' ', ''),
  initials: pinyin
    .split(' ')
    .map((syllable) => syllable.charAt(0))
    .join(''),
});

type ClinicRow = ParsedFolder['clinics'][number]['value'];

function clinic({ textVersion, ...row }: ClinicRow): HealthcareService {
  const versioned = (kind: 'prerequisites' | 'preparation'): VersionedText | null =>
    row[kind] === null ? null : { id: `${row.id}-${kind}`, version: textVersion, text: row[kind] };
  return {
    ...row,
    ...pinyinName(row),
    prerequisites: versioned('prerequisites'),
    preparation: versioned('preparation'),
  };
}

function rulePack(pack: RulePackFile): RulePack {
  const filled = <T extends { text: string }>(entry: T): T => ({
    ...entry,
    text: fillPlaceholders(entry.text, pack),
  });
  return { ...pack, eligibility: pack.eligibility.map(filled), clauses: pack.clauses.map(filled) };
}

const registeredPerson = (row: ParsedFolder['registeredPersons'][number]['value']): RegisteredPerson => ({
  ...row,
  birthDate: birthDateOf(row.identityNumber),
  gender: genderOf(row.identityNumber),
});

/** The hospital as the rest of the program reads it, without its further parts. The folder must have passed every check. */
export function assemble(folder: ParsedFolder): Omit<HospitalFolder, 'parts'> {
  const content = {
    hospital: folder.hospital.value,
    departments: folder.departments.map(({ value }) => ({ ...value, ...pinyinName(value) })),
    clinics: folder.clinics.map(({ value }) => clinic(value)),
    practitioners: folder.practitioners.map(({ value }) => ({
      ...value,
      ...pinyinName(value),
      initial: String.fromCodePoint(value.name.codePointAt(0) ?? 0),
    })),
    schedules: scheduleTemplates(folder),
    holidays: folder.holidays.map(({ value }) => value),
    rulePack: rulePack(folder.rulePack.value),
    notices: folder.notices.value,
    registeredPersons: folder.registeredPersons.map(({ value }) => registeredPerson(value)),
    previewPeople: folder.previewPeople.value,
  };
  return { ...content, contentHash: contentHash(content) };
}
