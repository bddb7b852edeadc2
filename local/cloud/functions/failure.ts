/** Why an invocation has no result, as both sides of the platform word it. */
export interface Failure {
  /** Code in the answer to wx-server-sdk, which maps it to a number of its own. */
  code: string;
  /** Number that `wx.cloud.callFunction` rejects with. */
  errCode: number;
  message: string;
}

// Numbers and names: WeChat cloud development reference, error codes. -501000, -404012 and -504003: [COMM].
const TEXT: Record<number, string> = {
  [-504002]: 'functions execute fail',
  [-504003]: 'functions time limit exceeded',
  [-501000]: 'resource not found',
  [-501003]: 'exceed request limit',
  [-501004]: 'exceed concurrent request limit',
  [-501007]: 'invalid parameters',
  [-604001]: 'cloudfunction result size exceed limit (1MB)',
  [-601017]: 'access denied',
  [-404012]: 'polling exceed max timeout retry',
};

const failure = (code: string, errCode: number, message: string): Failure => ({ code, errCode, message });

/** The function ran and did not come to a result. */
export const executionFailed = (message: string): Failure =>
  failure('FUNCTIONS_EXECUTE_FAIL', -504002, message);

/** Ended since its time was up: code of CloudBase's list of errors, number as users report it [COMM]. */
export const timeExceeded = (message: string): Failure =>
  failure('FUNCTIONS_TIME_LIMIT_EXCEEDED', -504003, message);

/** Ended since it took too much memory: code of CloudBase's list of errors; the number is [MEM]. */
export const memoryExceeded = (message: string): Failure =>
  failure('FUNCTIONS_MEMORY_LIMIT_EXCEEDED', -504002, message);

/** No deployed function has this name. */
export const functionNotFound = (name: string): Failure =>
  failure('FUNCTION_NOT_FOUND', -501000, `FunctionName parameter could not be found: ${name}`);

/** More calls than the environment serves. */
export const tooManyCalls = (message: string): Failure =>
  failure('EXCEED_CONCURRENT_REQUEST_LIMIT', -501004, message);

/** The caller used up its quota. */
export const quotaExceeded = (): Failure =>
  failure('EXCEED_REQUEST_LIMIT', -501003, 'request exceeds the limit of the environment');

/** The call itself is malformed. */
export const invalidCall = (message: string): Failure => failure('INVALID_PARAM', -501007, message);

/** The event does not fit into a call: code of CloudBase's list of errors; the number is [MEM]. */
export const eventTooLarge = (bytes: number, allowed: number): Failure =>
  failure('EXCEED_MAX_PAYLOAD_SIZE', -501007, `the event has ${bytes} bytes, ${allowed} are allowed`);

/** The result does not fit into an answer; the number is the client's. */
export const resultTooLarge = (bytes: number, allowed: number): Failure =>
  failure('FUNCTIONS_EXECUTE_FAIL', -604001, `the result has ${bytes} bytes, ${allowed} are allowed`);

/** The caller did not prove who it is. */
export const accessDenied = (message: string): Failure => failure('INVALID_REQUEST_SOURCE', -601017, message);

/** The client gave up before an answer came; the work may have been done. */
export const answerLost = (): Failure => failure('SERVER_TIMEOUT', -404012, 'no answer in time');

/** The object that `wx.cloud.callFunction` rejects with. */
export function toClientError(reason: Failure, requestId: string): { errCode: number; errMsg: string } {
  const text = TEXT[reason.errCode] ?? 'unknown error';
  return {
    errCode: reason.errCode,
    errMsg: `cloud.callFunction:fail Error: errCode: ${reason.errCode} ${text} | errMsg: requestID ${requestId}, ${reason.message}`,
  };
}
