import { isPreviewMessage, messageSource } from '../../shared/messages';
import type { PanelLink } from '../runtime/interfaces';

interface Answer {
  id: number;
  value?: unknown;
  error?: string;
}

interface Question {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** The phone's end of the line to the panel; messages of other origins are dropped. */
export const createPanelLink = (phoneId: string, connected: boolean): PanelLink => {
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  const questions = new Map<number, Question>();
  let count = 0;
  const send: PanelLink['send'] = (type, payload) => {
    if (!connected) return;
    const message = { source: messageSource, phone: phoneId, type, payload };
    window.parent.postMessage(message, location.origin);
  };
  const on: PanelLink['on'] = (type, listener) => {
    const set = listeners.get(type) ?? new Set();
    listeners.set(type, set.add(listener));
    return () => {
      set.delete(listener);
    };
  };
  window.addEventListener('message', ({ origin, data }) => {
    if (origin !== location.origin || !isPreviewMessage(data)) return;
    for (const listener of [...(listeners.get(data.type) ?? [])]) listener(data.payload);
  });
  on('answer', (payload) => {
    const { id, value, error } = payload as Answer;
    const question = questions.get(id);
    questions.delete(id);
    if (error === undefined) question?.resolve(value);
    else question?.reject(new Error(error));
  });
  const ask: PanelLink['ask'] = (kind, payload) =>
    new Promise((resolve, reject) => {
      if (!connected) {
        reject(new Error('There is no control panel around this phone'));
        return;
      }
      count += 1;
      questions.set(count, { resolve, reject });
      send('ask', { id: count, kind, question: payload });
    });
  return { connected, send, on, ask };
};
