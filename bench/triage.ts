import { readTriageKnowledge } from '../scripts/triage/read-triage-knowledge';
import { number, table } from './instruments/table';
import { readCases, readMap, type TriageCase } from './triage/cases';
import { departmentNames, type DepartmentNames } from './triage/department-names';
import { measure, type Accuracy, type Measured } from './triage/measure';
import { trainNaiveBayes } from './triage/naive-bayes';
import { readOptions, USAGE, type TriageBenchOptions } from './triage/options';

const percent = (share: number): string => (Number.isNaN(share) ? '–' : `${(share * 100).toFixed(1)} %`);

function report(measured: Measured): void {
  const { departments, withoutAsking, latency } = measured;
  console.log(
    table([
      ['rows with a department', String(departments.cases)],
      ['top-1', percent(departments.top1)],
      ['top-3', percent(departments.top3)],
      ['top-3, asking counted as wrong', percent(withoutAsking.top3)],
      ['asked or handed to a person', percent(measured.askedRate)],
      ['red-flag rows', String(measured.redFlags)],
      ['red-flag recall', percent(measured.redFlagRecall)],
      ['red flags recognised or asked about first', percent(measured.recognisedOrAsked)],
      ['false alarms among the others', percent(measured.falseAlarms)],
      ['something urgent asked first among the others', percent(measured.askedInVain)],
      ['latency p50 / p99 (ms)', `${number(latency.p50)} / ${number(latency.p99)}`],
    ]),
  );
  if (measured.unknownNames.size > 0) {
    const all = [...measured.unknownNames].map(([name, rows]) => `${name} (${String(rows)})`).join(', ');
    console.log(`\nDepartments that the guide does not know; name them with --map: ${all}`);
  }
}

/** How the learner does on the same rows, by the departments that its labels stand for. */
function baseline(
  train: readonly TriageCase[],
  cases: readonly TriageCase[],
  names: DepartmentNames,
): Accuracy {
  const classify = trainNaiveBayes(train);
  const known = cases.filter(({ department }) => names.idsOf(department).size > 0);
  const hit = (labels: readonly string[], wanted: string): boolean =>
    labels.some((label) => [...names.idsOf(label)].some((id) => names.idsOf(wanted).has(id)));
  const ranked = known.map(({ text, department }) => ({ labels: classify(text), department }));
  const share = (top: number): number =>
    ranked.filter(({ labels, department }) => hit(labels.slice(0, top), department)).length / known.length;
  return { cases: known.length, top1: share(1), top3: share(3) };
}

function run(options: TriageBenchOptions): void {
  const knowledge = readTriageKnowledge();
  const names = departmentNames(knowledge.specialties, readMap(options.map));
  const cases = readCases(options.file);
  const measured = measure(knowledge, cases, names);
  report(measured);
  if (options.train !== null) {
    const learned = baseline(readCases(options.train), cases, names);
    console.log(
      `\nnaive Bayes on character pairs: top-1 ${percent(learned.top1)}, top-3 ${percent(learned.top3)}`,
    );
  }
  if (options.failures)
    for (const { kind, text, wanted, got } of measured.failures)
      console.log(`${kind}\t${text}\t${wanted}\t${got}`);
}

const options = readOptions(process.argv.slice(2));
if (options === null) {
  console.error(`Usage: ${USAGE}`);
  process.exitCode = 1;
} else run(options);
