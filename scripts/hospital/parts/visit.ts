import type { Area, VisitRules } from '../../../cloudfunctions/_store/visit-rules';
import { readJson } from '../read-json';
import { areaRow, visitSchema, type VisitFile } from '../schemas/visit';
import { optionalFile } from './optional-file';
import type { HospitalPart, PartSource } from './part';
import { partTable, repeatedRows } from './part-table';

const RULES = 'visit.json';
const AREAS = 'areas.tsv';

/** The gate, the waiting areas and the queue. A hospital that has the one file needs the other. */
export const visitPart: HospitalPart = {
  name: 'visit',
  load: (source): VisitRules | null => {
    const text = optionalFile(source, RULES);
    const areas = loadAreas(source);
    if (text === null && areas === null) return null;
    const rules = text && readJson(text, visitSchema, source.faults);
    if (rules) checkRules(source, rules.value, rules.lineOf);
    if (text === null) fault(source, RULES, 'is missing, while there is areas.tsv');
    if (areas === null) fault(source, AREAS, 'is missing, while there is visit.json');
    return rules && areas ? { ...rules.value, areas } : null;
  },
};

const fault = ({ faults }: PartSource, file: string, reason: string): void =>
  void faults.push({ file, row: 1, field: '', reason });

/** Every clinic has one area, and no area a clinic that does not exist. */
function loadAreas(source: PartSource): Area[] | null {
  const rows = partTable(source, AREAS, areaRow);
  if (rows === null) return null;
  repeatedRows(source, rows, { file: AREAS, field: 'id' });
  const clinics = new Set(source.folder.clinics.map(({ value }) => value.id));
  const received = new Set<string>();
  for (const { line, value } of rows) {
    for (const clinicId of value.clinicIds) {
      const reason = !clinics.has(clinicId)
        ? `${clinicId} is not in clinics.tsv`
        : received.has(clinicId)
          ? `${clinicId} checks in elsewhere already`
          : null;
      if (reason !== null) source.faults.push({ file: AREAS, row: line, field: 'clinicIds', reason });
      received.add(clinicId);
    }
  }
  const homeless = [...clinics].filter((clinicId) => !received.has(clinicId));
  for (const clinicId of homeless) fault(source, AREAS, `the clinic ${clinicId} has no area to check in to`);
  return rows.map(({ value: { id: areaId, ...rest } }) => ({ areaId, ...rest }));
}

function checkRules(source: PartSource, { gate, queue }: VisitFile, lineOf: (path: string) => number): void {
  const at = (field: string, reason: string): void =>
    void source.faults.push({ file: RULES, row: lineOf(field), field, reason });
  const { lowestTenths, feverTenths, emergencyTenths, highestTenths } = gate;
  if (!(lowestTenths < feverTenths && feverTenths < emergencyTenths && emergencyTenths <= highestTenths)) {
    at('gate.feverTenths', 'the temperatures must rise: lowest, fever, emergency, highest');
  }
  const ids = gate.questions.map(({ questionId }) => questionId);
  ids.forEach((id, index) => {
    if (ids.indexOf(id) !== index) at(`gate.questions.${index}.questionId`, 'stands in the list before');
  });
  const clinics = new Set(source.folder.clinics.map(({ value }) => value.id));
  for (const [outcome, open] of Object.entries(gate.openClinics)) {
    for (const clinicId of open)
      if (!clinics.has(clinicId)) at(`gate.openClinics.${outcome}`, `${clinicId} is not in clinics.tsv`);
  }
  if (queue.usualMinutes.shortest > queue.usualMinutes.longest) {
    at('queue.usualMinutes.shortest', 'is above longest');
  }
}
