/** Spreads 32 bits so that neighbours have nothing in common (two rounds of xor, shift and multiply). */
function mix(bits: number): number {
  let mixed = bits | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/**
 * A number in [0, 1) that follows from a seed, a stream and a place in it, and from nothing else: whatever else was
 * drawn, and when, makes no difference.
 */
export function chance(seed: number, stream: number, place: number): number {
  return mix(mix(mix(seed) + Math.imul(stream, 0x9e3779b9)) + place) / 2 ** 32;
}
