import { boundPatient, type PatientUnderTest } from '../../cloudfunctions/patient-under-test';
import type { Stage } from '../stage/stage';

const WOMEN = [
  '宋知夏',
  '沈若溪',
  '温书意',
  '顾清禾',
  '陆晚舟',
  '许听澜',
  '苏念真',
  '江望月',
  '程以宁',
  '叶南枝',
];
const MEN = [
  '梁远山',
  '陈牧之',
  '方景明',
  '秦砚秋',
  '何长庚',
  '罗亦舟',
  '谢长风',
  '韩松年',
  '邵云起',
  '唐既明',
];

/** An invented name for the picture; even serials are women, as in the identity numbers made of them. */
function inventedName(serial: number): string {
  const names = serial % 2 === 0 ? WOMEN : MEN;
  return names[Math.floor(serial / 2) % names.length] ?? '';
}

/** A card's owner whom one can tell from the others on a picture. */
export const inventedPatient = (stage: Stage, serial: number, birth?: string): Promise<PatientUnderTest> =>
  boundPatient(stage.underTest, serial, birth, inventedName(serial));
