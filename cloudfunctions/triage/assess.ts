import type { Assessment, triage } from '@core/contract/triage';
import type { InputOf } from '@core/contract/procedure';
import type { GuideAnswer } from '@core/domain/triage/guide';
import { offersOf, type HospitalRoutes } from '@core/domain/triage/offers';
import { accept } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { hospitalRoutes } from './hospital-routes';
import { guide } from './knowledge';

type Procedure = typeof triage.procedures.assess;

/** Runs the guide on the server. The words come in, are read and are forgotten. */
export const assess: UseCase<Procedure> = async (input, context) => {
  const { routes } = await hospitalRoutes(context.now);
  const answer = guide()({ ...input, text: input.text ?? '' });
  return accept(assessmentOf(answer, input, routes));
};

function assessmentOf(answer: GuideAnswer, input: InputOf<Procedure>, routes: HospitalRoutes): Assessment {
  const { understood } = answer;
  switch (answer.kind) {
    case 'red-flag':
      return {
        kind: 'red-flag',
        understood,
        emergencies: answer.flags.map(({ rule: { id, title, urgency, meanwhile } }) => ({
          ruleId: id,
          title,
          urgency,
          meanwhile,
        })),
      };
    case 'rule-out':
      return {
        kind: 'rule-out',
        understood,
        questions: answer.rules.map(({ id, question }) => ({ ruleId: id, question })),
      };
    case 'question':
    case 'departments':
    case 'person': {
      const subject = answer.kind === 'departments' ? answer.subject : input.subject;
      const offers = offersOf(answer.suggestions, routes, subject, input.years);
      return answer.kind === 'question'
        ? { kind: 'question', understood, symptom: answer.symptom, offers }
        : { kind: answer.kind, understood, offers };
    }
  }
}
