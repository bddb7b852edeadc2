import { carry } from './faults/carry';
import type { FaultBoard, Operation } from './faults/faults';
import { Interruption } from './faults/interruption';
import { refusalOf } from './faults/refusals';
import type { FunctionHost } from './functions/host';
import type { AdminHandler, AdminRequest } from './http/admin-route';
import type { OpenApi } from './openapi/openapi';
import type { OperationCounter } from './operations/operation-counter';
import type { PayService } from './pay/pay';
import { readPayRequest, writePayReply } from './pay/wire';
import { CloudError } from './protocol/cloud-error';
import { readJsonObject } from './protocol/json-text';
import type { ActionResult } from './protocol/envelope';
import { PAYLOAD_LIMITS } from './quota/payload-limits';
import type { Quota } from './quota/quota';
import { storageAction } from './storage/storage-actions';
import type { StorageService } from './storage/storage-service';

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
  storage: StorageService;
  faults: FaultBoard;
  operations: OperationCounter;
  quota: Quota;
}

type Answer = ActionResult | Buffer;

const eventOf = (data: unknown): Record<string, unknown> => {
  if (data === undefined || data === '') return {};
  const reading = typeof data === 'string' ? readJsonObject(data) : { fault: 'is not a text' };
  if ('fault' in reading) throw new CloudError('INVALID_PARAM', `request_data ${reading.fault}`);
  return reading.value;
};

const invokeNested = async ({ host, appid }: AdminServices, request: AdminRequest): Promise<Answer> => {
  const { body, caller } = request;
  const { function_name: name, request_data: data } = body;
  if (typeof name !== 'string') throw new CloudError('INVALID_PARAM', 'function_name is missing');
  const event = eventOf(data);
  const openid = caller?.openid;
  const result = await host.invoke({
    name,
    event: openid === undefined ? event : { ...event, userInfo: { appId: appid, openId: openid } },
    source: caller === undefined ? 'scf' : `${caller.source},scf`,
    depth: (caller?.depth ?? 0) + 1,
    maxResultBytes: PAYLOAD_LIMITS.nestedResult,
    ...(caller === undefined ? {} : { parent: caller.requestId }),
    ...(openid === undefined ? {} : { openid }),
  });
  if (!result.ok) throw new CloudError(result.failure.code, result.failure.message);
  return { data: { response_data: result.json } };
};

const pay = async ({ pay: service }: AdminServices, request: AdminRequest): Promise<Answer> => {
  const { apiName, requestData } = request.body;
  return writePayReply(await service.handle(String(apiName), readPayRequest(requestData), request.caller));
};

const openapi = ({ openapi: service }: AdminServices, request: AdminRequest): Promise<Answer> => {
  const bytes = request.form.get('requestData') ?? Buffer.alloc(0);
  return service.handle(String(request.body['apiName']), bytes, request.caller);
};

const database = async (
  services: AdminServices,
  request: AdminRequest,
  operation: Operation,
): Promise<Answer> => {
  const { action, body } = request;
  const { transactionId } = body;
  const refusal = refusalOf(services.faults, operation, transactionId !== undefined);
  if (refusal !== undefined) {
    if (refusal.endsTransaction)
      await services.database.handle('database.abortTransaction', { transactionId }).catch(() => undefined);
    throw refusal.error;
  }
  return services.quota.operation(() => {
    services.operations.count(action, body);
    if (request.caller !== undefined) services.host.countOperation(request.caller.requestId, action, body);
    return services.database.handle(action, body);
  });
};

const operationOf = (faults: FaultBoard, { action, body, caller }: AdminRequest): Operation => ({
  action,
  collection: typeof body['collectionName'] === 'string' ? body['collectionName'] : undefined,
  function: caller?.functionName,
  step: caller && faults.nextStep(caller.requestId),
});

const perform = (services: AdminServices, request: AdminRequest, operation: Operation): Promise<Answer> => {
  switch (request.action) {
    case 'functions.invokeFunction':
      return invokeNested(services, request);
    case 'wx.wxPayApi':
      return pay(services, request);
    case 'wx.openApi':
      return openapi(services, request);
    default: {
      if (services.database.actions.has(request.action)) return database(services, request, operation);
      const onFiles = storageAction(request.action);
      if (onFiles !== undefined) return onFiles(services.storage, request.body);
      throw new CloudError('INVALID_PARAM', `the action ${request.action} is not known`);
    }
  }
};

/** Serves the SDK's requests, past the faults that are in force. */
export function adminActions(services: AdminServices): AdminHandler {
  const { faults, host } = services;
  return async (request) => {
    const operation = operationOf(faults, request);
    try {
      return await carry(faults, operation, () => perform(services, request, operation));
    } catch (error) {
      if (error instanceof Interruption && error.kind === 'instance-crash' && request.caller !== undefined)
        host.crash(request.caller.requestId);
      throw error;
    }
  };
}
