import type { RecordStore } from '../record-store';

/** What a user keeps as answer to later prompts. */
export type KeptChoice = 'accept' | 'reject';

/** A user's own settings for the messages of this mini program. */
export interface SubscriptionSettings {
  /** Off: no prompt is shown and nothing arrives. */
  mainSwitch: boolean;
  /** Templates with "always keep this choice". */
  kept: Record<string, KeptChoice>;
}

/** What one user has granted for one template. */
export interface Permission {
  openid: string;
  templateId: string;
  /** Messages that may still be sent; each accepted prompt adds one. */
  left: number;
  /** Accepted for a long-term template: sending uses nothing up. */
  lasting: boolean;
}

const PERMISSION = 'message-permission';
const SETTINGS = 'message-settings';

/** Who may be sent what, read into memory at start and written through to the store. */
export class SubscriptionLedger {
  readonly #store: RecordStore;
  readonly #permissions = new Map<string, Permission>();
  readonly #settings = new Map<string, SubscriptionSettings>();

  constructor(store: RecordStore) {
    this.#store = store;
    for (const { id, value } of store.list(PERMISSION)) this.#permissions.set(id, value as Permission);
    for (const { id, value } of store.list(SETTINGS)) this.#settings.set(id, value as SubscriptionSettings);
  }

  permissions(): Permission[] {
    return [...this.#permissions.values()];
  }

  permission(openid: string, templateId: string): Permission {
    const known = this.#permissions.get(`${openid}/${templateId}`);
    return known ?? { openid, templateId, left: 0, lasting: false };
  }

  settings(openid: string): SubscriptionSettings {
    return this.#settings.get(openid) ?? { mainSwitch: true, kept: {} };
  }

  // Memory changes at once, so that two requests never decide on the same old state; the answer waits
  // until the change is durable.
  async savePermission(permission: Permission): Promise<void> {
    const id = `${permission.openid}/${permission.templateId}`;
    this.#permissions.set(id, permission);
    await this.#store.put(PERMISSION, id, permission);
  }

  async saveSettings(openid: string, settings: SubscriptionSettings): Promise<void> {
    this.#settings.set(openid, settings);
    await this.#store.put(SETTINGS, openid, settings);
  }
}
