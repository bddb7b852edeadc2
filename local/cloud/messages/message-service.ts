import type { RecordStore } from '../record-store';
import { MessageLog, type SentMessage } from './message-log';
import { preparePrompt, type Prompt, type PromptContext, type PromptRefusal } from './prompt';
import {
  SubscriptionLedger,
  type KeptChoice,
  type Permission,
  type SubscriptionSettings,
} from './subscription-ledger';
import { indexTemplates, type SubscribeTemplate } from './template';

export interface MessageOptions {
  store: RecordStore;
  templates: readonly SubscribeTemplate[];
}

/** What a user answered to a prompt: a choice for each template that was asked for. */
export interface PromptAnswer {
  tmplIds: unknown;
  choices: Readonly<Record<string, unknown>>;
  /** "总是保持以上选择": later prompts answer themselves. */
  keep: boolean;
}

/** Subscription messages: templates, permissions, and everything that was sent. */
export class MessageService {
  readonly #prompt: PromptContext;
  readonly #ledger: SubscriptionLedger;
  readonly #log: MessageLog;
  readonly #sending = new Set<string>();
  readonly #listeners = new Set<(message: SentMessage) => void>();

  constructor({ store, templates }: MessageOptions) {
    this.#ledger = new SubscriptionLedger(store);
    this.#log = new MessageLog(store);
    this.#prompt = { templates: indexTemplates(templates), ledger: this.#ledger, banned: false };
  }

  /** All messages that arrived, oldest first. */
  list(): SentMessage[] {
    return this.#log.list();
  }

  /** Hears of every message that arrives; answers how to stop. */
  onArrival(listener: (message: SentMessage) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** What users have granted. */
  permissions(): Permission[] {
    return this.#ledger.permissions();
  }

  templates(): SubscribeTemplate[] {
    return [...this.#prompt.templates.values()];
  }

  template(id: unknown): SubscribeTemplate | undefined {
    return typeof id === 'string' ? this.#prompt.templates.get(id) : undefined;
  }

  settings(openid: string): SubscriptionSettings {
    return this.#ledger.settings(openid);
  }

  /** The user's own switches, as the settings page of the mini program changes them. */
  async changeSettings(openid: string, settings: SubscriptionSettings): Promise<void> {
    await this.#ledger.saveSettings(openid, settings);
  }

  /** Bans the whole mini program from asking, or lifts the ban. */
  ban(banned: boolean): void {
    this.#prompt.banned = banned;
  }

  /** What wx.requestSubscribeMessage shows to this user. */
  prompt(openid: string, tmplIds: unknown): Prompt | PromptRefusal {
    return preparePrompt(tmplIds, this.#prompt, openid);
  }

  /** Records a user's answer; gives the result of each template, or why the prompt was not shown. */
  async answer(
    openid: string,
    { tmplIds, choices, keep }: PromptAnswer,
  ): Promise<Prompt['settled'] | PromptRefusal> {
    const prompt = this.prompt(openid, tmplIds);
    if ('errCode' in prompt) return prompt;
    const chosen = prompt.ask.map(({ id }): [string, KeptChoice] => [
      id,
      choices[id] === 'accept' ? 'accept' : 'reject',
    ]);
    const result = { ...prompt.settled, ...Object.fromEntries(chosen) };
    const saved = Object.entries(result)
      .filter(([, choice]) => choice === 'accept')
      .map(([id]) => this.#grant(openid, id));
    const { kept, ...settings } = this.settings(openid);
    if (keep && chosen.length > 0)
      saved.push(
        this.changeSettings(openid, { ...settings, kept: { ...kept, ...Object.fromEntries(chosen) } }),
      );
    await Promise.all(saved);
    return result;
  }

  /** Takes a message to a user who agreed; says so where nobody did, or another one is on its way. */
  async deliver(message: Omit<SentMessage, 'id' | 'title'>): Promise<'sent' | 'refused' | 'busy'> {
    const { openid, templateId } = message;
    const template = this.template(templateId);
    const permission = this.#ledger.permission(openid, templateId);
    const settings = this.settings(openid);
    const agreed = permission.left > 0 || permission.lasting;
    const stopped = !settings.mainSwitch || settings.kept[templateId] === 'reject';
    if (!agreed || stopped || template === undefined || template.banned === true) return 'refused';
    if (this.#sending.has(openid)) return 'busy';
    this.#sending.add(openid);
    try {
      // Both in one turn, so that they are in one transaction: a crash keeps both or neither.
      const used = permission.lasting ? permission : { ...permission, left: permission.left - 1 };
      const arriving = { ...message, id: this.#log.nextId(), title: template.title };
      await Promise.all([this.#ledger.savePermission(used), this.#log.add(arriving)]);
      for (const listener of this.#listeners) listener(arriving);
    } finally {
      this.#sending.delete(openid);
    }
    return 'sent';
  }

  #grant(openid: string, templateId: string): Promise<void> {
    const permission = this.#ledger.permission(openid, templateId);
    const lasting = this.template(templateId)?.kind === 'long-term';
    return this.#ledger.savePermission(
      lasting ? { ...permission, lasting } : { ...permission, left: permission.left + 1 },
    );
  }
}
