/** A CloudBase on this machine: what the unmodified wx-server-sdk, a phone and a test talk to. */
export { eraseDataFolder } from './data-folder/data-folder';
export {
  FAULT_NAMES,
  FaultBoard,
  type FaultInForce,
  type FaultMatch,
  type FaultName,
  type FaultPlan,
  type FaultRule,
  type PlanOptions,
  type Strike,
} from './faults/faults';
export { Interruption, type InterruptionKind } from './faults/interruption';
export type { FunctionLimits, FunctionSettings } from './functions/limits';
export { readBody, readObject, RequestError } from './http/body';
export type { ClientAnswer } from './http/phone-routes';
export { replyJson } from './http/reply';
export type { Route } from './http/server';
export type { SentMessage } from './messages/message-log';
export type { SubscribeTemplate } from './messages/template';
export type { RiskyWord } from './openapi/risky-words';
export type { CloudOptions, LocalCloud, OuterCall, Secret } from './options';
export { PAY_CHOICES, type PayChoice } from './pay/pay';
export type { StorageLimits } from './storage/limits';
export type { ListedFile } from './storage/storage-service';
export { QUOTA_PROFILES, quotaProfile, type QuotaChoice, type QuotaProfile } from './quota/profile';
export type { QuotaUse } from './quota/quota';
export { startCloud } from './start-cloud';
