import { CloudError } from '../protocol/cloud-error';

const CONTACT = 'Please check your request, but if the problem cannot be solved, contact us.';

/** The request itself is malformed: nothing was looked at. */
export function invalidParameter(message: string): CloudError {
  return new CloudError('INVALID_PARAM', message);
}

/** MongoDB refused the operation; `message` is MongoDB's own sentence. */
export function requestFailed(message: string): CloudError {
  return new CloudError('DATABASE_REQUEST_FAILED', message);
}

/** The collection was never created (wording seen in public reports of errCode -502005). */
export function collectionMissing(): CloudError {
  return new CloudError(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] Db or Table not exist. ${CONTACT}`,
  );
}

/** addCollection of a name in use. [COMM] for the code; the text is the one that users report. */
export function collectionExists(): CloudError {
  return new CloudError('DATABASE_COLLECTION_ALREADY_EXIST', `[CreateTable] Table exist. ${CONTACT}`);
}

/** Another transaction holds the document, or it changed after this transaction's snapshot. */
export function transactionConflict(): CloudError {
  return new CloudError(
    'DATABASE_TRANSACTION_CONFLICT',
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. ' +
      'Please check your request, but if the problem persists, contact us.',
  );
}

/** The transaction was committed, rolled back, aborted by an error, or its 30 seconds are over. */
export function transactionGone(): CloudError {
  return new CloudError(
    'DATABASE_TRANSACTION_FAIL',
    '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, ' +
      `transaction must be commit or abort in 30 seconds. ${CONTACT}`,
  );
}

/** The store could not make the batch durable, or is closed: nothing of the request remains. */
export function storageFailed(reason: string): CloudError {
  return new CloudError('SYS_ERR', `[InternalError] ${reason}`);
}

/** An answer beyond 16 MB. Code and wording are [MEM]. */
export function answerTooLarge(bytes: number): CloudError {
  return requestFailed(`[LimitExceeded] The answer of ${bytes} bytes is larger than 16 MB. ${CONTACT}`);
}
