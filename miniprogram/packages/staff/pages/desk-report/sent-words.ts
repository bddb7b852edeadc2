import type { DeskReport } from '@core/contract/report';
import { spokenInstant } from '../../../../services/dates';
import type { FormField } from './form';
import { unheldNames } from './typed-report';

/** Whose report it is: name, sex and age, to hold beside the sample. */
export const whoWords = ({ maskedPatientName, gender, ageYears }: DeskReport): string =>
  `${maskedPatientName}，${gender === 'female' ? '女' : '男'}，${String(ageYears)} 岁`;

/** What stands in the form already, and what it would leave out; empty where nothing was sent before. */
export function sentWords(known: DeskReport, fields: readonly FormField[], now: number): string {
  const { sent } = known;
  if (sent === null) return '';
  const when = spokenInstant(sent.issuedAt, now);
  const what =
    sent.status === 'preliminary'
      ? `${when} 存过初步结果，已经填在下面。审核好了，发正式报告。`
      : `${when} 发过报告，已经填在下面。改好以后整份重发，患者会收到“有更正”。`;
  const unheld = unheldNames(known, fields);
  return unheld.length === 0
    ? what
    : `${what}注意：${unheld.join('、')}在这里填不了，从这里更正会去掉，请用报告文件更正。`;
}
