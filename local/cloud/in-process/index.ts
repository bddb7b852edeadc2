/**
 * A whole local cloud in one process, on a clock of its own: no sockets, no child processes, no waiting.
 */
export { openSimulation } from './open-simulation';
export type { InstanceInfo, OuterRequest, Simulation, SimulationOptions } from './options';
export type { Answer } from './network/message';
export type { Step } from './world/world';
