import type { UnacknowledgedLine } from '@core/contract/report';
import type { Reach } from '@core/domain/report/critical-routing';
import { waitedWords } from './waited-words';

/** A critical value that nobody has acknowledged, for the administrator: whom to call, nothing of the patient. */
export interface LyingRow {
  readonly reportId: string;
  readonly title: string;
  readonly who: string;
  readonly waited: string;
  readonly reach: string;
  /** Of the department; empty where it is not known. */
  readonly phone: string;
}

const KIND = { laboratory: '化验里有危急值', imaging: '检查里有危急值' } as const;

const REACHES: Readonly<Record<Reach, string>> = {
  doctor: '现在由开单医生确认。',
  department: '同科室的医生现在都能确认。',
  hospital: '全院医生现在都能确认。',
};

export function lyingRow(line: UnacknowledgedLine, now: number): LyingRow {
  const { practitionerName, practitionerThere, clinicName, reach } = line;
  const doctor = practitionerName === '' ? '开单的医生' : `${practitionerName}医生`;
  const gone = practitionerThere ? '' : `${doctor}现在没有医生身份。`;
  return {
    reportId: line.reportId,
    title: KIND[line.category],
    who: [clinicName, doctor].filter((part) => part !== '').join(' · '),
    waited: waitedWords(line.since, now),
    reach: `${gone}${REACHES[reach]}`,
    phone: line.departmentPhone,
  };
}
