import type { Attempt } from './demand';
import type { Answer, Side } from './side';

/** One attempt as the load generator saw it; times in milliseconds of one clock. */
export interface Outcome {
  readonly attempt: Attempt;
  readonly answer: Answer;
  readonly sentAt: number;
  readonly answeredAt: number;
}

export interface Run {
  readonly outcomes: readonly Outcome[];
  readonly seconds: number;
}

/** Closed loop: each client sends the next attempt of the list as soon as its last one is answered. */
export async function drive(
  side: Pick<Side, 'attempt'>,
  attempts: readonly Attempt[],
  clients: number,
): Promise<Run> {
  const outcomes: Outcome[] = [];
  let next = 0;
  const work = async (client: number): Promise<void> => {
    for (let attempt = attempts[next++]; attempt; attempt = attempts[next++]) {
      const sentAt = performance.now();
      const answer = await side.attempt(client, attempt);
      outcomes.push({ attempt, answer, sentAt, answeredAt: performance.now() });
    }
  };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: clients }, (_, client) => work(client)));
  return { outcomes, seconds: (performance.now() - startedAt) / 1000 };
}
