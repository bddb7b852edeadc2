/** One question to the local cloud's control routes; throws with the cloud's own words. */
export async function control<T>(path: string, body?: unknown): Promise<T> {
  const response = await fetch(`/control/${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'content-type': 'application/json', 'x-local-control': '1' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer = (await response.json()) as T & { message?: string };
  if (!response.ok) throw new Error(answer.message ?? `本地云没有答应（${response.status}）`);
  return answer;
}
