import { deployed } from '../cloud-under-test';
import { during } from './simulation-under-test';

/**
 * A program of its own, since a test runner takes errors that nobody caught for its own: says in JSON
 * how functions end that misbehave, or, asked to, leaves a rejection that belongs to no function.
 */
const WAYS = ['throws', 'throwsText', 'rejectsLater', 'exits', 'circular', 'bigint', 'counts', 'prints'];

const tell = (value: unknown): void => void process.stdout.write(`${JSON.stringify(value)}\n`);

await during({ cloud: { functionsDir: deployed } }, async (simulation) => {
  for (const how of WAYS) {
    const { result, errMsg } = await simulation.invoke({
      name: 'misbehave',
      openid: 'o-ann',
      data: { how },
    });
    tell({ how, result, errMsg });
  }
  tell(simulation.cloud.host.logs({ name: 'misbehave' }).at(-1)?.lines);
  if (process.argv.includes('--reject')) void Promise.reject(new Error('of no function'));
  await new Promise((resolve) => setTimeout(resolve, 5));
  tell('still here');
});
