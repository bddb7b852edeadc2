/**
 * # The cloud in one process
 *
 * `openSimulation({ seed, now, cloud: {...} })` opens a whole local cloud, with the functions as they are
 * deployed and the unmodified wx-server-sdk, in this process: no sockets, no child processes, no real
 * time. It is for tests that want thousands of calls per second, and for whoever explores what may happen
 * when: instances that die between two steps, requests that overtake each other, clocks that differ.
 *
 * ## How it works
 * - A **world** (`world/`) lets one thing happen after the other. Where several are ready - requests on
 *   their way to the cloud, answers on their way back, calls from outside, turns of a program - `order(ready)`
 *   says which is next; it draws from the seed unless given. The same seed and the same calls give the
 *   same order and the same bytes; `digest()` proves it.
 * - Its **clock** stands still while anything can run, and moves to the next timer when nothing can and
 *   somebody waits (`invoke`, `until`, `advance`, `runUntilQuiet`). Timers of functions, pay callbacks, triggers,
 *   delayed tasks, time limits and expiring transactions all live on it.
 * - A **program** (`program/`) is a simulated process: its own variables, Date, timers, randomness,
 *   output and module state. The cloud is one, bundled from its own sources, and each instance of a function
 *   is one; all are loaded by `modules/`, compiled once and evaluated for each. An instance that is killed
 *   (`kill`, `restart`, a fault, a time limit) loses all of that at once: no timer of it rings, nothing it has
 *   sent arrives, and whatever its promises still do reaches nobody.
 * - The **network** (`network/`) carries requests of `http` and `https` as bytes to the server of the same
 *   world. Nothing else can be reached.
 *
 * ## What is faithful
 * The cloud is the same code as with processes and sockets, and so are its faults, limits, quotas, tokens, payment
 * and timers; test/local/cloud/in-process/parity.slow.test.ts holds both to the same answers. One event per
 * instance, cold starts, nested calls and time limits are as there.
 *
 * ## What is not
 * - One realm: the built-in prototypes, and the libraries that `modules/resolve.ts` lists, are shared by all
 *   programs. What is assigned to a name that was never declared is shared too.
 * - A function that never gives up its turn stops everything; memory limits are not watched.
 * - The time zone is the process's: run it with `TZ=UTC` where functions read local time.
 * - Callback functions of fs, zlib and crypto that have a synchronous twin do their work in a turn of the program;
 *   file streams work in real time while the clock waits for them; streams of zlib and crypto.subtle work in
 *   real time and the clock does not know of them.
 * - Programs are CommonJS, as deployed functions are: `import()` inside of one is refused by Node.
 * - Requests and answers travel whole; an answer that never ends never arrives.
 */
export { openSimulation } from './open-simulation';
export type { InstanceInfo, OuterRequest, Simulation, SimulationOptions } from './options';
export type { Answer } from './network/message';
export type { Step } from './world/world';
