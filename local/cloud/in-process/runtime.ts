import type { FunctionRuntime } from '../functions/runtime';
import { SimulatedInstance } from './instance';
import { Loader } from './modules/loader';
import type { Resolver } from './modules/resolve';
import { httpModules } from './network/http-module';
import type { Network } from './network/network';
import type { InstanceInfo } from './options';
import { ambientOf } from './program/ambient';
import type { Output } from './program/process';
import { Program } from './program/program';
import { createRandom } from './world/random';
import type { World } from './world/world';

/** What all programs of a simulation share. */
export interface Surroundings {
  world: World;
  network: Network;
  resolver: Resolver;
  seed: string;
}

/** Makes a program; what is random to it follows from the seed and its name. */
export function makeProgram(
  { world, seed }: Surroundings,
  options: { pid: number; name: string; onEnd: (reason: unknown) => void },
): Program {
  return new Program({ ...options, world, random: createRandom(`${seed}/${options.name}`) });
}

/** Makes what loads the modules of a program. */
export function makeLoader(
  { network, resolver }: Surroundings,
  program: Program,
  options: { env: Record<string, string>; output: Output },
): Loader {
  const ambient = ambientOf(program, options.env, options.output);
  Object.assign(ambient.modules, httpModules(program, network));
  return new Loader(resolver, ambient);
}

/** Runs the instances of a cloud as programs of the same world. */
export class SimulatedRuntime implements FunctionRuntime {
  readonly #surroundings: Surroundings;
  readonly #cloud: Program;
  readonly #skewOf: (instance: number) => number;
  readonly #instances = new Map<number, SimulatedInstance>();
  #count = 0;

  constructor(surroundings: Surroundings, cloud: Program, skewOf: (instance: number) => number = () => 0) {
    this.#surroundings = surroundings;
    this.#cloud = cloud;
    this.#skewOf = skewOf;
  }

  readonly start: FunctionRuntime['start'] = (plan) => {
    this.#count += 1;
    const number = this.#count;
    const pid = this.#cloud.pid + number;
    const instance = new SimulatedInstance({
      plan,
      cloud: this.#cloud,
      skew: this.#skewOf(number),
      start: (tell) => {
        const onEnd = (reason: unknown): void => {
          this.#instances.delete(pid);
          tell(reason);
        };
        return makeProgram(this.#surroundings, { pid, name: `instance ${number}`, onEnd });
      },
      load: (program, env, output) => makeLoader(this.#surroundings, program, { env, output }),
    });
    this.#instances.set(pid, instance);
    return instance;
  };

  readonly close = (): Promise<void> => Promise.resolve();

  busy(): boolean {
    return [...this.#instances.values()].some((one) => one.busy);
  }

  list(): InstanceInfo[] {
    return [...this.#instances.values()].map(({ pid, boundTo: functionName, busy }) => ({
      pid,
      functionName,
      busy,
    }));
  }

  kill(pid: number): void {
    this.#instances.get(pid)?.kill();
  }

  restart(functionName: string | undefined): void {
    for (const instance of [...this.#instances.values()])
      if (functionName === undefined || instance.boundTo === functionName) instance.kill();
  }
}
