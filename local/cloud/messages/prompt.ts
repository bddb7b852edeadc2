import type { SubscriptionLedger, KeptChoice } from './subscription-ledger';
import type { SubscribeTemplate } from './template';

/** A refusal of wx.requestSubscribeMessage. */
export interface PromptRefusal {
  errCode: number;
  errMsg: string;
}

/** What the phone is to ask, and what is settled without asking. */
export interface Prompt {
  ask: { id: string; title: string; fields: string[] }[];
  settled: Record<string, KeptChoice | 'ban' | 'filter'>;
}

// wx.requestSubscribeMessage, 错误码; the limit of five is of the parameter tmplIds.
const refusals = {
  empty: { errCode: 10001, errMsg: "TmplIds can't be empty" },
  type: { errCode: 10004, errMsg: 'Invalid template id' },
  unknown: { errCode: 20001, errMsg: 'No template data return, verify the template id exist' },
  mixed: { errCode: 20002, errMsg: 'Templates type must be same' },
  tooMany: { errCode: 20003, errMsg: 'Templates count out of max bounds' },
  switchedOff: { errCode: 20004, errMsg: 'The main switch is switched off' },
  banned: { errCode: 20005, errMsg: 'This mini program was banned from subscribing messages' },
} as const;
const MOST_TEMPLATES = 5;

export interface PromptContext {
  templates: ReadonlyMap<string, SubscribeTemplate>;
  ledger: SubscriptionLedger;
  /** The whole mini program was banned from asking. */
  banned: boolean;
}

const isList = (ids: unknown): ids is string[] =>
  Array.isArray(ids) && ids.every((id) => typeof id === 'string' && id !== '');

/** Why these templates cannot be asked for at all. */
function refusalOf(
  ids: readonly string[],
  context: PromptContext,
  openid: string,
): PromptRefusal | undefined {
  if (context.banned) return refusals.banned;
  if (ids.length === 0) return refusals.empty;
  if (ids.length > MOST_TEMPLATES) return refusals.tooMany;
  const templates = ids.map((id) => context.templates.get(id));
  if (templates.includes(undefined)) return refusals.unknown;
  if (new Set(templates.map((one) => one?.kind ?? 'once')).size > 1) return refusals.mixed;
  return context.ledger.settings(openid).mainSwitch ? undefined : refusals.switchedOff;
}

/** Decides what a prompt for these templates shows to a user. Of two with one title only the first is asked for. */
export function preparePrompt(ids: unknown, context: PromptContext, openid: string): Prompt | PromptRefusal {
  if (ids === undefined || ids === null) return refusals.empty;
  if (!isList(ids)) return refusals.type;
  const unique = [...new Set(ids)];
  const refused = refusalOf(unique, context, openid);
  if (refused !== undefined) return refused;
  const { kept } = context.ledger.settings(openid);
  const prompt: Prompt = { ask: [], settled: {} };
  const titles = new Set<string>();
  for (const id of unique) {
    const { title = '', banned, fields = [] } = context.templates.get(id) ?? {};
    const choice = kept[id];
    if (banned === true) prompt.settled[id] = 'ban';
    else if (titles.has(title)) prompt.settled[id] = 'filter';
    else if (choice !== undefined) prompt.settled[id] = choice;
    else prompt.ask.push({ id, title, fields: fields.map(({ key, label }) => label ?? key) });
    titles.add(title);
  }
  return prompt;
}
