/** Requests to the system that end by themselves: reading a file by a stream, looking up a name. */
const ENDS_BY_ITSELF = /^(FSReq|GetAddrInfoReq|GetNameInfoReq|QueryReq)/;

/**
 * Whether asynchronous work is under way in this process that no program's turns and requests know of.
 * It cannot be told whose it is, and Node does not list all of it: not compression by streams, nor
 * crypto.subtle.
 */
export function isWorkElsewhere(): boolean {
  return process.getActiveResourcesInfo().some((name) => ENDS_BY_ITSELF.test(name));
}
