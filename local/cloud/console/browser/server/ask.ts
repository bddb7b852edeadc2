/** A refusal of the cloud, in its own words. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
    this.name = 'Refusal';
  }
}

const HEADERS = { 'content-type': 'application/json', 'x-local-control': '1' };

async function request<T>(path: string, init: RequestInit): Promise<T> {
  const response = await fetch(`/control/${path}`, { headers: HEADERS, ...init }).catch(() => {
    throw new Refusal(0, 'The local cloud does not answer.');
  });
  const answer = (await response.json()) as T & { message?: string };
  if (!response.ok) throw new Refusal(response.status, answer.message ?? `HTTP ${response.status}`);
  return answer;
}

/** Reads from a control route. */
export const read = <T>(path: string): Promise<T> => request<T>(path, { method: 'GET' });

/** Asks a control route to do something. */
export const send = <T>(path: string, body: object = {}): Promise<T> =>
  request<T>(path, { method: 'POST', body: JSON.stringify(body) });
