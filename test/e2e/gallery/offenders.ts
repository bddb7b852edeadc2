import { ELDERLY, layoutFaults, NORMAL } from './layout-probe';
import { photograph } from './photograph';
import type { Ground } from './scene';
import { walk, type Look, type Unshown, type Walk } from './walk';

const titleOf = ({ width, height, elderly }: Look): string =>
  `${String(width)}×${String(height)}${elderly ? ' for the elderly' : ''}`;

/** What is wrong with each scene; behind each fault the looks that have it, where not all do. */
export type Offenders = Unshown;

interface Wanted extends Walk {
  /** Pictures of everything, for people to look at. */
  readonly pictures: boolean;
}

/** Measures every scene in every look and names the nodes that break a rule. */
export async function offendersOf(ground: Ground, { pictures, ...wanted }: Wanted): Promise<Offenders> {
  const found = new Map<string, Map<string, string[]>>();
  const unshown = await walk(ground, wanted, async (phone, scene, look) => {
    const limits = look.elderly ? ELDERLY : NORMAL;
    const known = found.get(scene.name) ?? new Map<string, string[]>();
    for (const fault of await layoutFaults(phone.page, { limits, main: scene.main }))
      known.set(fault, [...(known.get(fault) ?? []), titleOf(look)]);
    if (known.size > 0) found.set(scene.name, known);
    if (pictures) await photograph(phone, `${titleOf(look)}/${scene.name}`);
  });
  const inWords = (faults: ReadonlyMap<string, readonly string[]>): string[] =>
    [...faults].map(([fault, where]) =>
      where.length === wanted.looks.length ? fault : `${fault} (${where.join(', ')})`,
    );
  return { ...Object.fromEntries([...found].map(([name, faults]) => [name, inWords(faults)])), ...unshown };
}
