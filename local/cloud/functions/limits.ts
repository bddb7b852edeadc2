import { cpus } from 'node:os';
import type { Limits } from './function-process';

/** What is configured for one function; the platform's own defaults where absent. */
export interface FunctionLimits {
  timeoutMs?: number;
  memoryMegabytes?: number;
  variables?: Record<string, string>;
}

/** Configuration of the function host. */
export interface FunctionSettings {
  /** For functions that are not named below. */
  defaults?: Omit<FunctionLimits, 'variables'>;
  functions?: Record<string, FunctionLimits>;
  /** Generic processes kept ready. */
  prewarmed?: number;
  /** Processes for calls from outside. */
  maximum?: number;
  /** Real milliseconds after which an unused process ends. */
  idleMs?: number;
  /** Time zone of the function processes. */
  timeZone?: string;
}

/** Fewer processes than an application has functions would start one anew at almost every call; unused ones end. */
const ROOM_FOR_FUNCTIONS = 20;

/** CloudBase runs a function for 3 s in 256 MB and in UTC unless told otherwise. */
export const PLATFORM_DEFAULTS = {
  timeoutMs: 3000,
  memoryMegabytes: 256,
  timeZone: 'UTC',
  prewarmed: 2,
  maximum: Math.max(ROOM_FOR_FUNCTIONS, 2 * cpus().length),
  idleMs: 300_000,
};

/**
 * The limits of one function. The heap flag is given before a process knows its function, so it is
 * the largest of all; the exact limit is held by watching the resident memory.
 */
export function limitsOf(settings: FunctionSettings, name?: string): Limits & { heapMegabytes: number } {
  const defaults = { ...PLATFORM_DEFAULTS, ...settings.defaults };
  const own = name === undefined ? undefined : settings.functions?.[name];
  const all = Object.values(settings.functions ?? {}).map(({ memoryMegabytes }) => memoryMegabytes ?? 0);
  return {
    timeoutMs: own?.timeoutMs ?? defaults.timeoutMs,
    memoryMegabytes: own?.memoryMegabytes ?? defaults.memoryMegabytes,
    heapMegabytes: Math.max(defaults.memoryMegabytes, ...all),
  };
}
