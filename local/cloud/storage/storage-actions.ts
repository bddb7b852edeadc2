import { CloudError } from '../protocol/cloud-error';
import type { ActionResult } from '../protocol/envelope';
import { formatFileId, pathOfFileId } from './file-id';
import { pathFault } from './paths';
import type { StorageService } from './storage-service';

type Body = Readonly<Record<string, unknown>>;
type Action = (storage: StorageService, body: Body) => Promise<ActionResult> | ActionResult;

/** A path that breaks the rules, or more than 50 files at once: the code and the wording are not documented. [MEM] */
const refuse = (message: string): CloudError => new CloudError('INVALID_PARAM', message);

// Answers of single files, as wx-server-sdk 4.0.2 maps them to a status.
const SUCCESS = 'SUCCESS';
/** There is no such file; that an id of another environment is answered so, too, is a guess. [MEM] */
const MISSING = 'STORAGE_FILE_NONEXIST';

function listOf(value: unknown, name: string, most: number): unknown[] {
  if (!Array.isArray(value) || value.length === 0) throw refuse(`${name} is not a list of files`);
  if (value.length > most) throw refuse(`${name} has more than ${most} files`);
  return value;
}

function textOf(value: unknown): string {
  if (typeof value !== 'string' || value === '') throw refuse('a file has no id');
  return value;
}

function secondsOf(value: unknown, usual: number): number {
  if (value === undefined || value === null) return usual;
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value <= 0)
    throw refuse('max_age is not a number of seconds');
  return value;
}

const getUploadMetadata: Action = (storage, { path }) => {
  const fault = pathFault(path, storage.limits.pathBytes);
  if (fault !== undefined || typeof path !== 'string') throw refuse(fault ?? 'the path is empty');
  const fileId = formatFileId(storage.envId, path);
  const { url, authorization } = storage.uploadTicket(path);
  // The SDK sends token and cosFileId back as headers, where a Chinese path could not stand.
  const cosFileId = Buffer.from(fileId).toString('base64');
  return { data: { url, token: authorization, authorization, fileId, cosFileId } };
};

const batchGetDownloadUrl: Action = (storage, { file_list: files }) => {
  const { filesPerRequest, linkSeconds } = storage.limits;
  const wanted = listOf(files, 'file_list', filesPerRequest).map((one) => {
    const { fileid, max_age: age } = (typeof one === 'object' && one !== null ? one : {}) as Body;
    return { fileID: textOf(fileid), maxAge: secondsOf(age, linkSeconds) };
  });
  const list = wanted.map(({ fileID, maxAge }) => {
    const path = pathOfFileId(storage.envId, fileID);
    if (path === undefined || !storage.has(path)) return { code: MISSING, fileID, tempFileURL: '', maxAge };
    return { code: SUCCESS, fileID, tempFileURL: storage.link(path, maxAge), maxAge };
  });
  return { data: { download_list: list } };
};

const batchDeleteFile: Action = async (storage, { fileid_list: ids }) => {
  const wanted = listOf(ids, 'fileid_list', storage.limits.filesPerRequest).map(textOf);
  const list = [];
  for (const fileID of wanted) {
    const path = pathOfFileId(storage.envId, fileID);
    const deleted = path !== undefined && (await storage.delete(path));
    list.push({ code: deleted ? SUCCESS : MISSING, fileID });
  }
  return { data: { delete_list: list } };
};

const ACTIONS: ReadonlyMap<string, Action> = new Map([
  ['storage.getUploadMetadata', getUploadMetadata],
  ['storage.batchGetDownloadUrl', batchGetDownloadUrl],
  ['storage.batchDeleteFile', batchDeleteFile],
]);

/** Answers an action of the SDK on files; undefined where it is none. */
export function storageAction(
  action: string,
): ((storage: StorageService, body: Body) => Promise<ActionResult>) | undefined {
  const found = ACTIONS.get(action);
  return found === undefined ? undefined : async (storage, body) => found(storage, body);
}
