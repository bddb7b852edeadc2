import type { message } from '@core/contract/message';
import { accept } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { messageTemplates } from '../_store/message-templates';

/** The WeChat messages that the hospital can send; none where it registered no template. */
export const listTemplates: UseCase<typeof message.procedures.listTemplates> = async (_input, context) => {
  const { templates } = await messageTemplates.current(context.now);
  return accept(templates.map(({ kind, templateId }) => ({ kind, templateId })));
};
