/** A request to the SDK's endpoint that is wrong in one way. */
export interface BadSdkRequest {
  readonly name: string;
  readonly body: Readonly<Record<string, unknown>>;
}

const DEEP = 100_000;
const deepObject = `${'{"a":'.repeat(DEEP)}1${'}'.repeat(DEEP)}`;
const deepList = `${'['.repeat(DEEP)}${']'.repeat(DEEP)}`;

const inNotes = (action: string, body: Record<string, unknown>): Record<string, unknown> => ({
  action: `database.${action}`,
  collectionName: 'notes',
  ...body,
});

/** What no EJSON document, query or update is. */
const BAD_EJSON: Readonly<Record<string, unknown>> = {
  'a text cut off': '{"a":',
  'a list': '[]',
  'a number': '7',
  'an object instead of text': { a: 1 },
  'objects a hundred thousand deep': deepObject,
  'lists a hundred thousand deep': `{"a":${deepList}}`,
  'a date that is none': '{"a":{"$date":"never"}}',
  'a forbidden name': '{"__proto__":{"a":1}}',
  'an object id that is none': '{"a":{"$oid":"x"}}',
};

const databaseRequests = Object.entries(BAD_EJSON).flatMap(([what, text]): BadSdkRequest[] => [
  { name: `a document that is ${what}`, body: inNotes('insertDocument', { data: [text] }) },
  { name: `a query that is ${what}`, body: inNotes('getDocument', { queryType: 'WHERE', query: text }) },
  {
    name: `an update that is ${what}`,
    body: inNotes('modifyDocument', {
      queryType: 'DOC',
      query: '{"_id":"kept"}',
      multi: false,
      merge: true,
      data: text,
    }),
  },
  {
    name: `a removal whose query is ${what}`,
    body: inNotes('removeDocument', { queryType: 'WHERE', multi: true, query: text }),
  },
  {
    name: `a stage that is ${what}`,
    body: inNotes('aggregateDocuments', { stages: [{ stageKey: '$match', stageValue: text }] }),
  },
]);

/** Requests in JSON that are refused before anything is done. */
export const BAD_JSON_REQUESTS: readonly BadSdkRequest[] = [
  ...databaseRequests,
  { name: 'an unknown action', body: { action: 'database.dropEverything' } },
  { name: 'an action of the engine', body: { action: 'constructor' } },
  { name: 'an action that is no text', body: { action: { $gt: '' } } },
  { name: 'no action', body: {} },
  { name: 'the legacy open interface', body: { action: 'wx.api', apiName: 'subscribeMessage.send' } },
  {
    name: 'a collection that is no text',
    body: { action: 'database.insertDocument', collectionName: {}, data: ['{}'] },
  },
  {
    name: 'a collection that does not exist',
    body: inNotes('insertDocument', { collectionName: 'x/../notes', data: ['{}'] }),
  },
  { name: 'a limit that is no number', body: inNotes('getDocument', { queryType: 'WHERE', limit: {} }) },
  { name: 'an offset below zero', body: inNotes('getDocument', { queryType: 'WHERE', offset: -1 }) },
  {
    name: 'a transaction that is none',
    body: inNotes('getDocument', { queryType: 'DOC', query: '{"_id":"kept"}', transactionId: 7 }),
  },
  { name: 'stages that are no list', body: inNotes('aggregateDocuments', { stages: 'x' }) },
  {
    name: 'a stage nobody knows',
    body: inNotes('aggregateDocuments', { stages: [{ stageKey: '$unheard', stageValue: '{}' }] }),
  },
  { name: 'a commit of nothing', body: { action: 'database.commitTransaction', transactionId: 'none' } },
  {
    name: 'a forged caller token',
    body: inNotes('getDocument', { queryType: 'WHERE', wxCloudApiToken: 'e30.e30' }),
  },
  {
    name: 'a caller token that is no text',
    body: inNotes('getDocument', { queryType: 'WHERE', wxCloudApiToken: { a: 1 } }),
  },
  { name: 'a function without a name', body: { action: 'functions.invokeFunction' } },
  {
    name: 'a function outside of its folder',
    body: { action: 'functions.invokeFunction', function_name: '../../etc' },
  },
  {
    name: 'a function of the engine',
    body: { action: 'functions.invokeFunction', function_name: '__proto__' },
  },
  {
    name: 'an event that is no JSON',
    body: { action: 'functions.invokeFunction', function_name: 'whoami', request_data: '{' },
  },
  {
    name: 'an event that is a list',
    body: { action: 'functions.invokeFunction', function_name: 'whoami', request_data: '[]' },
  },
  {
    name: 'an event a hundred thousand deep',
    body: { action: 'functions.invokeFunction', function_name: 'whoami', request_data: deepObject },
  },
  ...['../secret', '/absolute', 'a/../../b', 'a//b', '', '.', '..', 'a\u0000b', 'x'.repeat(2000), 7, {}].map(
    (path) => ({
      name: `an upload to the path ${JSON.stringify(path).slice(0, 20)}`,
      body: { action: 'storage.getUploadMetadata', path, method: 'put' },
    }),
  ),
  { name: 'downloads that are no list', body: { action: 'storage.batchGetDownloadUrl', file_list: {} } },
  { name: 'a download without an id', body: { action: 'storage.batchGetDownloadUrl', file_list: [null] } },
  {
    name: 'a download for ever',
    body: { action: 'storage.batchGetDownloadUrl', file_list: [{ fileid: 'x', max_age: -1 }] },
  },
  { name: 'deletions that are no list', body: { action: 'storage.batchDeleteFile', fileid_list: 'x' } },
  { name: 'a deletion without an id', body: { action: 'storage.batchDeleteFile', fileid_list: [{}] } },
];

const BOUNDARY = 'a-boundary';
const part = (name: string, value: string): string =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const END = `--${BOUNDARY}--\r\n`;
const ACTION = part('action', 'wx.openApi') + part('apiName', 'phonenumber.getPhoneNumber');

/** Forms that are broken as forms; the boundary is `a-boundary`. */
export const BAD_FORMS: Readonly<Record<string, string>> = {
  'that are empty': '',
  'without a boundary': 'action=wx.openApi',
  'that never end': ACTION,
  'with another boundary': `--other\r\n\r\n--other--\r\n`,
  'with a part without a head': `--${BOUNDARY}\r\naction${END}`,
  'with a part without a name': `--${BOUNDARY}\r\nContent-Type: text/plain\r\n\r\nx\r\n${END}`,
  'that end at once': END,
  'without an action': part('apiName', 'x') + END,
  'with an action nobody knows': part('action', 'wx.unheard') + END,
  'with a forged caller token': ACTION + part('wxCloudApiToken', 'e30.e30') + END,
};

/** Bytes that are no message of the open interfaces. */
export const BAD_MESSAGES: Readonly<Record<string, Buffer>> = {
  'with a length beyond their end': Buffer.from([0x12, 0xff, 0xff, 0xff, 0x7f]),
  'with a length that never ends': Buffer.from(Array.from({ length: 20 }, () => 0xff)),
  'of an unknown wire type': Buffer.from([0x0f, 0x01]),
  'cut off in a field': Buffer.from([0x12, 0x05, 0x0a]),
  'with a value that is no JSON': Buffer.from([0x12, 0x08, 0x0a, 0x06, 0x0a, 0x01, 0x61, 0x12, 0x01, 0x7b]),
  'nested in groups': Buffer.alloc(100_000, 0x0b),
};

/** The form of a call of an open interface with these bytes, for a caller. */
export function openApiForm(token: string, message: Buffer): { contentType: string; body: Buffer } {
  const head = Buffer.from(ACTION + part('wxCloudApiToken', token));
  const field = Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="requestData"\r\n\r\n`);
  return {
    contentType: `multipart/form-data; boundary=${BOUNDARY}`,
    body: Buffer.concat([head, field, message, Buffer.from(`\r\n${END}`)]),
  };
}
