import type { Clock } from './clock/clock';
import type { Catalog } from './functions/catalog';
import { MessageService } from './messages/message-service';
import { OpenApi } from './openapi/openapi';
import { createPhoneCodes, type PhoneCodes } from './openapi/phone-codes';
import { RISKY_WORDS } from './openapi/risky-words';
import { Visits } from './openapi/visits';
import type { CloudOptions } from './options';
import type { RecordStore } from './record-store';

/** WeChat's side of a cloud, beside payment: open interfaces and what they keep. */
export interface OpenServices {
  openapi: OpenApi;
  messages: MessageService;
  phoneCodes: PhoneCodes;
  visits: Visits;
  /** Pages of the mini program, where they are known. */
  pages: () => readonly string[] | undefined;
}

export interface OpenServiceParts {
  catalog: Catalog;
  clock: Clock;
  store: RecordStore;
}

/** Puts the open interfaces together from what the cloud was started with. */
export function createOpenServices(options: CloudOptions, parts: OpenServiceParts): OpenServices {
  const { appId: appid, subscribeTemplates: templates = [], riskyWords = RISKY_WORDS } = options;
  const now = (): number => parts.clock.now();
  const pages = (): readonly string[] | undefined => options.pages?.();
  const messages = new MessageService({ store: parts.store, templates });
  const phoneCodes = createPhoneCodes(now);
  const visits = new Visits(now);
  const context = { appid, now, phoneCodes, messages, visits, pages, riskyWords };
  return { openapi: new OpenApi(parts.catalog, context), messages, phoneCodes, visits, pages };
}
