import { resolve } from 'node:path';
import type { ClientAnswer } from '../http/phone-routes';
import type { LocalCloud, OuterCall } from '../options';
import { cloudBundle, type CloudModule } from './cloud-bundle';
import { Resolver } from './modules/resolve';
import type { Answer } from './network/message';
import { Network } from './network/network';
import type { OuterRequest, Simulation, SimulationOptions } from './options';
import type { Output } from './program/process';
import type { Program } from './program/program';
import { makeLoader, makeProgram, SimulatedRuntime, type Surroundings } from './runtime';
import { createRandom } from './world/random';
import { isWorkElsewhere } from './world/work-elsewhere';
import { World } from './world/world';

const OUTSIDE_PID = 0;
const CLOUD_PID = 1;
/** Instances beside each other where nothing else is said: it must not depend on the machine. */
const MOST_INSTANCES = 64;

const resolvers = new Map<string, Resolver>();

const surroundingsOf = (
  { cloud, seed, now, order, onStep }: SimulationOptions,
  elsewhere: () => boolean,
): Surroundings => {
  const random = createRandom(`${seed}/order`);
  const draw = (ready: number): number => random.below(ready);
  const world = new World({ startAt: now, order: order ?? draw, onStep, elsewhere });
  const root = resolve(cloud.root ?? process.cwd());
  const resolver = resolvers.get(root) ?? new Resolver(root);
  resolvers.set(root, resolver);
  return { world, network: new Network(), resolver, seed: String(seed) };
};

const print: Output = (stream, text) => {
  process[stream].write(text);
};

interface Running {
  cloud: LocalCloud;
  program: Program;
  runtime: SimulatedRuntime;
}

/** Starts the cloud as the first program of its world. */
async function startProgram(options: SimulationOptions, surroundings: Surroundings): Promise<Running> {
  const { world, resolver } = surroundings;
  const program = makeProgram(surroundings, {
    pid: CLOUD_PID,
    name: 'cloud',
    onEnd: (reason) => world.fail(reason),
  });
  const runtime = new SimulatedRuntime(surroundings, program, options.clockSkew);
  const bundle = cloudBundle(resolver.root);
  const loader = makeLoader(surroundings, program, { env: {}, output: print });
  const { startCloud } = loader.evaluate(bundle.factory, bundle.path) as CloudModule;
  const functionConfig = { maximum: MOST_INSTANCES, ...options.cloud.functionConfig, prewarmed: 0 };
  const starting = startCloud({
    ...options.cloud,
    root: resolver.root,
    functionConfig,
    functionRuntime: runtime,
  });
  const cloud = await world.until(starting);
  return { cloud, program, runtime };
}

/** Calls from outside: each way is a step of the world, so that several may overtake each other. */
function outside({ world, network }: Surroundings, { cloud, program }: Running, sender: Program) {
  const invoke = (call: OuterCall): Promise<ClientAnswer> =>
    new Promise((done, fail) => {
      const back = (answer: ClientAnswer): void => {
        world.note(JSON.stringify(answer));
        world.post({ label: `answer of ${call.name}`, act: () => done(answer) });
      };
      const act = (): void => void cloud.invoke(call).then(back, fail);
      world.post({ label: `call of ${call.name}`, actor: program, act });
    });
  const request = ({ method = 'GET', path, headers = {}, body = '' }: OuterRequest): Promise<Answer> =>
    new Promise((done, fail) => {
      const bytes = Buffer.from(body);
      const length = bytes.length === 0 ? {} : { 'content-length': String(bytes.length) };
      const all = { host: `127.0.0.1:${cloud.port}`, ...length, ...headers };
      network.send(sender, cloud.port, { method, path, headers: all, body: bytes }, (answer) => {
        if (answer === undefined) fail(new Error('socket hang up'));
        else done(answer);
      });
    });
  return { invoke, request };
}

/** Opens a simulation. Throws what `startCloud` throws. */
export async function openSimulation(options: SimulationOptions): Promise<Simulation> {
  let running: Running | undefined;
  // Only functions do such work: while none is serving, nobody need look.
  const elsewhere = (): boolean => running?.runtime.busy() === true && isWorkElsewhere();
  const surroundings = surroundingsOf(options, elsewhere);
  const { world } = surroundings;
  try {
    running = await startProgram(options, surroundings);
  } catch (error) {
    world.close();
    throw error;
  }
  const { cloud, runtime } = running;
  const sender = makeProgram(surroundings, {
    pid: OUTSIDE_PID,
    name: 'outside',
    onEnd: (reason) => world.fail(reason),
  });
  const calls = outside(surroundings, running, sender);
  const invoke = (call: OuterCall): Promise<ClientAnswer> => world.until(calls.invoke(call));
  return {
    cloud: Object.assign(Object.create(cloud) as LocalCloud, { invoke }),
    now: () => world.now(),
    invoke,
    request: (one) => world.until(calls.request(one)),
    until: (work) => world.until(work()),
    advance: (milliseconds) => world.advance(milliseconds),
    runUntilQuiet: () => world.quiet(() => runtime.busy()),
    instances: () => runtime.list(),
    kill: (pid) => runtime.kill(pid),
    restart: (functionName) => runtime.restart(functionName),
    steps: () => world.steps,
    digest: () => world.digest(),
    close: async () => {
      try {
        await world.until(cloud.close());
      } finally {
        world.close();
      }
    },
  };
}
