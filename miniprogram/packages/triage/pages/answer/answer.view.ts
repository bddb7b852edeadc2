import type { GuideAnswer, Understood } from '@core/domain/triage/guide';
import { offersOf, type HospitalRoutes, type Offer } from '@core/domain/triage/offers';
import type { Subject } from '@core/domain/triage/subject';

/** A department as a card. */
export interface OfferCard {
  readonly specialtyId: string;
  /** Empty where it cannot be booked here. */
  readonly clinicId: string;
  readonly title: string;
  readonly subtitle: string;
  readonly reason: string;
  /** Where to go when this hospital has none; empty where it has. */
  readonly elsewhere: string;
  readonly button: string;
}

export interface AnswerView {
  readonly kind: 'question' | 'departments' | 'person';
  readonly title: string;
  /** What was understood, read back; empty where nothing was. */
  readonly heard: string;
  readonly question: { readonly id: string; readonly text: string } | null;
  readonly cards: readonly OfferCard[];
  /** Nothing of it can be booked in this hospital. */
  readonly noneHere: boolean;
}

const MOST_HEARD = 6;
const MOST_REASONS = 3;

const wordsOf = ({ words, name }: Understood): string => words ?? name;

const heardLine = (understood: readonly Understood[]): string =>
  understood
    .slice(0, MOST_HEARD)
    .map((one) => one.name)
    .join('、');

function reasonOf({ because, specialtyName }: Offer): string {
  const said = because.slice(0, MOST_REASONS).map((one) => `“${wordsOf(one)}”`);
  return said.length === 0 ? `${specialtyName}看这一类` : `您说的${said.join('')}，${specialtyName}常看`;
}

function cardOf(offer: Offer): OfferCard {
  const { clinic, specialtyId, specialtyName, elsewhere } = offer;
  const reason = reasonOf(offer);
  if (clinic)
    return {
      specialtyId,
      clinicId: clinic.clinicId,
      title: clinic.name,
      subtitle: `${clinic.departmentName} · ${clinic.place}`,
      reason,
      elsewhere: '',
      button: '看哪天有号',
    };
  return {
    specialtyId,
    clinicId: '',
    title: specialtyName,
    subtitle: '',
    reason,
    elsewhere: elsewhere === '' ? '本院没有合适的门诊，请问人工窗口。' : `本院没有，请去${elsewhere}。`,
    button: '',
  };
}

const TITLES = { question: '再问一句', departments: '可以挂这些', person: '还拿不准，请人帮您看' } as const;

interface Known {
  readonly routes: HospitalRoutes;
  readonly subject: Subject;
  readonly years: number | null;
}

/** What the page shows of an answer that is no emergency. */
export function answerView(
  answer: Extract<GuideAnswer, { readonly kind: 'question' | 'departments' | 'person' }>,
  { routes, subject, years }: Known,
): AnswerView {
  const who = answer.kind === 'departments' ? answer.subject : subject;
  const cards = offersOf(answer.suggestions, routes, who, years).map(cardOf);
  const noneHere = cards.length > 0 && cards.every(({ clinicId }) => clinicId === '');
  return {
    kind: answer.kind,
    title: noneHere && answer.kind === 'departments' ? '本院没有这些科' : TITLES[answer.kind],
    heard: heardLine(answer.understood),
    question:
      answer.kind === 'question'
        ? { id: answer.symptom.id, text: `有没有这样：${answer.symptom.name}？` }
        : null,
    cards,
    noneHere,
  };
}
