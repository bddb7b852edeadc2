/** Nothing answers at the address. */
export class CloudNotRunningError extends Error {
  override readonly name = 'CloudNotRunningError';
  constructor(readonly url: string) {
    super(`No local cloud answers at ${url}: start it with "npm start"`);
  }
}

interface Answer {
  readonly result?: unknown;
  readonly errMsg?: string;
}

/**
 * Runs a function of the running local cloud as an operator does from the console.
 * @throws CloudNotRunningError; Error where the function failed.
 */
export async function runFunction(url: string, name: string, data: object): Promise<unknown> {
  const response = await fetch(`${url}/control/invoke`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-local-control': '1' },
    body: JSON.stringify({ name, data }),
  }).catch(() => {
    throw new CloudNotRunningError(url);
  });
  const answer = (await response.json()) as Answer;
  if (!('result' in answer)) throw new Error(`${name} failed: ${answer.errMsg ?? response.statusText}`);
  return answer.result;
}
