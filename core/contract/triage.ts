import type { HospitalRoutes, Offer } from '@core/domain/triage/offers';
import type { Urgency } from '@core/domain/triage/knowledge';
import type { Understood } from '@core/domain/triage/guide';
import * as v from 'valibot';
import { anyone, staff } from './access';
import { closed, id, text } from './fields';
import { defineContext, output, proceduresWith } from './procedure';

export interface RoutesAnswer {
  /** Changes whenever the hospital's part of the guide does. */
  readonly version: string;
  /** Null where the caller's copy is still right. */
  readonly routes: HospitalRoutes | null;
}

/** Something that cannot wait. */
export interface EmergencyNotice {
  readonly ruleId: string;
  readonly title: string;
  readonly urgency: Urgency;
  readonly meanwhile: string;
}

interface Read {
  /** What was understood of the words, for the person to check. */
  readonly understood: readonly Understood[];
}

/** A suggestion where to go, never a diagnosis. */
export type Assessment = Read &
  (
    | { readonly kind: 'red-flag'; readonly emergencies: readonly EmergencyNotice[] }
    /** Ask whether any of these holds; if none, ask again with all of their ids in `ruledOut`. */
    | {
        readonly kind: 'rule-out';
        readonly questions: readonly { readonly ruleId: string; readonly question: string }[];
      }
    | {
        readonly kind: 'question';
        readonly symptom: { readonly id: string; readonly name: string };
        readonly offers: readonly Offer[];
      }
    | { readonly kind: 'departments'; readonly offers: readonly Offer[] }
    /** A person at the hospital should look at it; what it looks like so far may help. */
    | { readonly kind: 'person'; readonly offers: readonly Offer[] }
  );

/** A rule of the guide as staff see it. */
export interface GuideRule {
  readonly kind: 'sign' | 'symptom' | 'red-flag';
  readonly id: string;
  readonly name: string;
  /** The public document behind it; null where nobody has checked the row yet. */
  readonly source: { readonly title: string; readonly address: string } | null;
}

const subject = closed({
  stage: v.nullable(v.picklist(['newborn', 'young', 'infant', 'child', 'teen', 'adult', 'elder'])),
  sex: v.nullable(v.picklist(['female', 'male'])),
  pregnancy: v.nullable(v.picklist(['none', 'pregnant', 'postpartum'])),
});
const ids = v.pipe(v.array(id), v.maxLength(40));

const { query } = proceduresWith<object>();

/** Which department? Nothing that is asked here is stored or written to a log. */
export const triage = defineContext({
  name: 'triage',
  procedures: {
    /** What a phone needs to end the guide by itself, also without a network. */
    getRoutes: query({
      access: anyone,
      input: closed({ known: v.nullable(id) }),
      output: output<RoutesAnswer>(),
      errors: [],
    }),
    /** The same guide for those who do not carry it. `years` is the exact age where it is known. */
    assess: query({
      access: anyone,
      input: closed({
        text: v.nullable(text(300)),
        present: ids,
        absent: ids,
        ruledOut: v.pipe(v.array(id), v.maxLength(120)),
        subject,
        years: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(130))),
        asked: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(5)),
      }),
      output: output<Assessment>(),
      errors: [],
    }),
    listRules: query({
      access: staff({ administrator: 'any' }),
      input: closed({}),
      output: output<readonly GuideRule[]>(),
      errors: [],
    }),
  },
});
