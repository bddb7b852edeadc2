import type { Caller } from '../identity/caller';
import type { MessageService } from '../messages/message-service';
import type { DelayedTasks } from '../timers/delayed-tasks';
import type { CloudIds } from './cloud-ids';
import type { PhoneCodes } from './phone-codes';
import type { Visits } from './visits';
import type { RiskyWord } from './risky-words';

/** What an interface answers as bytes, e.g. a picture; the SDK hands both members on. */
export interface BinaryAnswer {
  contentType: string;
  buffer: Buffer;
}

/** What WeChat's interfaces answer as JSON: `errcode` 0 with fields in snake case, or a refusal. */
export interface JsonAnswer extends Record<string, unknown> {
  errcode: number;
  errmsg: string;
}

export type OpenApiAnswer = JsonAnswer | BinaryAnswer;

/** One open interface. Parameters come from the wire in snake case and are checked by the interface. */
export type OpenApiInterface = (
  parameters: Readonly<Record<string, unknown>>,
  caller: Caller,
) => OpenApiAnswer | Promise<OpenApiAnswer>;

/** What the open interfaces work with. */
export interface OpenApiContext {
  appid: string;
  envId: string;
  /** The virtual clock, epoch ms. */
  now: () => number;
  phoneCodes: PhoneCodes;
  cloudIds: CloudIds;
  messages: MessageService;
  delayedTasks: DelayedTasks;
  visits: Visits;
  /** Pages of the mini program, as in its app.json; undefined where they are not known here. */
  pages: () => readonly string[] | undefined;
  riskyWords: readonly RiskyWord[];
}

/** Makes an interface; one file of `interfaces/` each. */
export type InterfaceFactory = (context: OpenApiContext) => OpenApiInterface;
