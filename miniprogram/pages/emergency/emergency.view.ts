import type { RedFlagRule } from '@core/domain/triage/knowledge';

/** A thing to be ruled out, as a row to tap. */
export interface DangerRow {
  readonly ruleId: string;
  readonly text: string;
}

export interface AlarmView {
  readonly urgent: boolean;
  readonly title: string;
  readonly reasons: readonly string[];
  readonly meanwhile: readonly string[];
  /** A helpline for the mind stands beside 120. */
  readonly isMental: boolean;
}

const MOST_LINES = 3;

const once = (lines: readonly string[]): readonly string[] => [...new Set(lines)].slice(0, MOST_LINES);

/** How to sit or lie: whoever does the one cannot do the other. */
const POSTURE = /坐|躺|趴|平卧|侧过身/;

/**
 * The advice of several signs as one: the most urgent first, nothing twice, and one posture only.
 * @param lines sentences whose parts are joined by commas.
 */
function asOne(lines: readonly string[]): readonly string[] {
  const said = new Set<string>();
  let placed = false;
  return lines
    .flatMap((line) => {
      const fresh = line
        .replace(/。$/, '')
        .split('，')
        .filter((part) => !said.has(part));
      const fitting = placed ? fresh.filter((part) => !POSTURE.test(part)) : fresh;
      for (const part of fitting) said.add(part);
      placed ||= POSTURE.test(line);
      return fitting.length === 0 ? [] : [`${fitting.join('，')}。`];
    })
    .slice(0, MOST_LINES);
}

/** What to do now, for the rules that hold. */
export const alarmView = (rules: readonly RedFlagRule[]): AlarmView => {
  const urgent = rules.some(({ urgency }) => urgency === 'call');
  return {
    urgent,
    title: urgent ? '请现在就打 120' : '请现在就去急诊',
    reasons: once(rules.map(({ title }) => title)),
    meanwhile: asOne(rules.map(({ meanwhile }) => meanwhile)),
    isMental: rules.some(({ kind }) => kind === 'mental'),
  };
};

/** Questions of rules that nearly hold; the same question once. */
export function questionRows(rules: readonly RedFlagRule[]): readonly DangerRow[] {
  const asked = new Set<string>();
  return rules.flatMap(({ id, question }) => {
    if (asked.has(question)) return [];
    asked.add(question);
    return [{ ruleId: id, text: question }];
  });
}

/** The dangers that everybody should know, for whoever looks without having said anything. */
const KNOWN_DANGERS = [
  'unconscious',
  'breathless',
  'heart-attack',
  'stroke-sudden',
  'seizure',
  'wound',
  'vomit-blood',
  'severe-belly-pain',
  'worst-headache',
  'anaphylaxis',
  'choking',
  'poison',
  'burn',
  'head-injury',
  'child-lethargic',
  'infant-fever',
  'pregnant-bleeding',
  'less-movement',
  'suicidal',
];

export const dangerRows = (rules: readonly RedFlagRule[]): readonly DangerRow[] =>
  KNOWN_DANGERS.flatMap((id) => {
    const rule = rules.find((one) => one.id === id);
    return rule ? [{ ruleId: id, text: rule.title }] : [];
  });
