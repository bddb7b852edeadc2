import { CloudError } from './cloud-error';

/** Code of everything that the platform does not name (wx-server-sdk maps it to errCode -501001). */
const SYSTEM_ERROR = 'SYS_ERR';

/** The part of an answer that an action decides: `data` for most, a top-level id for startTransaction. */
export interface ActionResult {
  data?: unknown;
  transactionId?: string;
}

/** Body of a success; it travels with HTTP 200. */
export function toSuccess(requestId: string, result: ActionResult): Record<string, unknown> {
  return { requestId, ...result };
}

/** Body of a failure; it travels with HTTP 200 too, since the SDK reads `code` and not the status. */
export function toFailure(requestId: string, error: unknown): Record<string, unknown> {
  if (error instanceof CloudError) return { requestId, code: error.code, message: error.message };
  const message = error instanceof Error ? error.message : String(error);
  return { requestId, code: SYSTEM_ERROR, message };
}
