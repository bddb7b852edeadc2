import type { ServerEvent } from '../../shared/server-events';

/** Milliseconds the local cloud's clock is ahead of the computer's; 0 where there is no such clock. */
export const readClockOffset = async (): Promise<number> => {
  try {
    const response = await fetch('/control/clock', { headers: { 'x-local-control': '1' } });
    const { offset } = (await response.json()) as { offset?: number };
    return response.ok && typeof offset === 'number' ? offset : 0;
  } catch {
    return 0;
  }
};

/** Listens to the server for as long as the page lives. */
export const listenToServer = (heard: (event: ServerEvent) => void): void => {
  const source = new EventSource('/preview/events');
  source.addEventListener('message', ({ data }) => heard(JSON.parse(String(data)) as ServerEvent));
};
