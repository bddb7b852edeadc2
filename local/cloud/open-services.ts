import { join } from 'node:path';
import type { Clock } from './clock/clock';
import type { DataFolder } from './data-folder/data-folder';
import type { Catalog } from './functions/catalog';
import { createSigner } from './identity/signer';
import { MessageService } from './messages/message-service';
import { createCloudIds, type CloudIds } from './openapi/cloud-ids';
import { OpenApi } from './openapi/openapi';
import { createPhoneCodes, type PhoneCodes } from './openapi/phone-codes';
import { RISKY_WORDS } from './openapi/risky-words';
import { Visits } from './openapi/visits';
import type { CloudOptions } from './options';
import type { RecordStore } from './record-store';
import { folderBlobs } from './storage/folder-blobs';
import { STORAGE_LIMITS } from './storage/limits';
import { memoryBlobs } from './storage/memory-blobs';
import { StorageService } from './storage/storage-service';
import type { DelayedTasks } from './timers/delayed-tasks';

/** What functions reach beside database, functions and payment: WeChat's open interfaces, and files. */
export interface OpenServices {
  openapi: OpenApi;
  messages: MessageService;
  storage: StorageService;
  phoneCodes: PhoneCodes;
  cloudIds: CloudIds;
  visits: Visits;
  /** Pages of the mini program, where they are known. */
  pages: () => readonly string[] | undefined;
}

export interface OpenServiceParts {
  catalog: Catalog;
  clock: Clock;
  store: RecordStore;
  folder: DataFolder;
  delayedTasks: DelayedTasks;
  /** Address of the cloud's server. */
  origin: string;
}

const FILES = 'files';

function openStorage(options: CloudOptions, parts: OpenServiceParts): StorageService {
  const { folder, store, origin, clock } = parts;
  const inMemory = options.dataDir === undefined;
  return new StorageService({
    envId: options.envId,
    origin,
    store,
    blobs: inMemory ? memoryBlobs() : folderBlobs(join(folder.path, FILES)),
    signer: createSigner(Buffer.from(folder.secret('storage'), 'hex')),
    now: () => clock.now(),
    limits: { ...STORAGE_LIMITS, ...options.storage },
  });
}

/** Puts the open interfaces together from what the cloud was started with. */
export function createOpenServices(options: CloudOptions, parts: OpenServiceParts): OpenServices {
  const { delayedTasks } = parts;
  const { appId: appid, envId, subscribeTemplates: templates = [], riskyWords = RISKY_WORDS } = options;
  const now = (): number => parts.clock.now();
  const pages = (): readonly string[] | undefined => options.pages?.();
  const messages = new MessageService({ store: parts.store, templates });
  const phoneCodes = createPhoneCodes(now);
  const cloudIds = createCloudIds(appid, now);
  const visits = new Visits(now);
  const context = {
    appid,
    envId,
    delayedTasks,
    now,
    phoneCodes,
    cloudIds,
    messages,
    visits,
    pages,
    riskyWords,
  };
  const openapi = new OpenApi(parts.catalog, context);
  return { openapi, messages, storage: openStorage(options, parts), phoneCodes, cloudIds, visits, pages };
}
