import type { FaultBoard, Operation } from './faults/faults';
import { NESTED_RESULT_BYTES, type FunctionHost } from './functions/host';
import { LostAnswer, type AdminHandler, type AdminRequest } from './http/admin-route';
import type { OpenApi } from './openapi/openapi';
import type { OperationCounter } from './operations/operation-counter';
import type { PayService } from './pay/pay';
import { CloudError } from './protocol/cloud-error';
import type { ActionResult } from './protocol/envelope';

/** What stands behind the SDK's endpoint. */
export interface AdminServices {
  database: {
    actions: ReadonlySet<string>;
    handle(action: string, body: Record<string, unknown>): Promise<ActionResult>;
  };
  appid: string;
  host: FunctionHost;
  pay: PayService;
  openapi: OpenApi;
  faults: FaultBoard;
  operations: OperationCounter;
}

type Answer = ActionResult | Buffer;

const CONFLICT =
  '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others.';

const wait = (milliseconds = 0): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

const invokeNested = async ({ host, appid }: AdminServices, request: AdminRequest): Promise<Answer> => {
  const { body, caller } = request;
  const { function_name: name, request_data: data } = body;
  if (typeof name !== 'string') throw new CloudError('INVALID_PARAM', 'function_name is missing');
  const event = typeof data === 'string' && data !== '' ? (JSON.parse(data) as object) : {};
  const openid = caller?.openid;
  const result = await host.invoke({
    name,
    event: openid === undefined ? event : { ...event, userInfo: { appId: appid, openId: openid } },
    source: caller === undefined ? 'scf' : `${caller.source},scf`,
    depth: (caller?.depth ?? 0) + 1,
    maxResultBytes: NESTED_RESULT_BYTES,
    ...(openid === undefined ? {} : { openid }),
  });
  if (!result.ok) throw new CloudError(result.failure.code, result.failure.message);
  return { data: { response_data: result.json } };
};

const pay = async ({ pay: service }: AdminServices, request: AdminRequest): Promise<Answer> => {
  const { apiName, requestData } = request.body;
  const parameters = JSON.parse(String(requestData)) as Record<string, unknown>;
  return Buffer.from(JSON.stringify(await service.handle(String(apiName), parameters, request.caller)));
};

const openapi = ({ openapi: service }: AdminServices, request: AdminRequest): Promise<Answer> => {
  const bytes = request.form.get('requestData') ?? Buffer.alloc(0);
  return Promise.resolve(service.handle(String(request.body['apiName']), bytes, request.caller));
};

const database = async (services: AdminServices, request: AdminRequest): Promise<Answer> => {
  const { action, body } = request;
  const { faults, operations } = services;
  const operation = operationOf(request);
  if (faults.strike('quota', operation)) throw new CloudError('EXCEED_REQUEST_LIMIT', 'quota is used up');
  if (faults.strike('database-fail', operation))
    throw new CloudError('DATABASE_REQUEST_FAILED', 'database request fail');
  const { transactionId } = body;
  if (transactionId !== undefined && faults.strike('conflict', operation)) {
    // A conflict ends the transaction, as a real one does.
    await services.database.handle('database.abortTransaction', { transactionId }).catch(() => undefined);
    throw new CloudError('DATABASE_TRANSACTION_CONFLICT', CONFLICT);
  }
  operations.count(action, body);
  return services.database.handle(action, body);
};

const operationOf = ({ action, body, caller }: AdminRequest): Operation => ({
  action,
  collection: typeof body['collectionName'] === 'string' ? body['collectionName'] : undefined,
  function: caller?.functionName,
});

const perform = (services: AdminServices, request: AdminRequest): Promise<Answer> => {
  switch (request.action) {
    case 'functions.invokeFunction':
      return invokeNested(services, request);
    case 'wx.wxPayApi':
      return pay(services, request);
    case 'wx.openApi':
      return openapi(services, request);
    default:
      if (services.database.actions.has(request.action)) return database(services, request);
      throw new CloudError('INVALID_PARAM', `the action ${request.action} is not known`);
  }
};

/** Serves the SDK's requests, with the faults that are in force. */
export function adminActions(services: AdminServices): AdminHandler {
  const { faults } = services;
  return async (request) => {
    const operation = operationOf(request);
    const slow = faults.strike('slow', operation);
    if (slow) await wait(slow.ms);
    const before = faults.strike('timeout-before', operation);
    if (before) {
      await wait(before.ms);
      throw new LostAnswer();
    }
    const answer = await perform(services, request);
    const after = faults.strike('timeout-after', operation);
    if (after === undefined) return answer;
    await wait(after.ms);
    throw new LostAnswer();
  };
}
