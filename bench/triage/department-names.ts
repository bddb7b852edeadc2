import type { Specialty } from '../../core/domain/triage/knowledge';

/** What a department's name stands for among the guide's specialties. */
export interface DepartmentNames {
  /** Ids of whole specialties; none where the name is not known. */
  idsOf(label: string): ReadonlySet<string>;
}

const SEPARATORS = /[|/、,，;；]/;

/** `map` translates foreign names; a name may stand for several specialties, as 内科 does. */
export function departmentNames(
  specialties: readonly Specialty[],
  map: ReadonlyMap<string, string>,
): DepartmentNames {
  const whole = new Map(specialties.map(({ id, parentId }) => [id, parentId ?? id]));
  const byName = new Map<string, Set<string>>();
  const add = (name: string, id: string): void => {
    const known = byName.get(name) ?? new Set();
    byName.set(name, known.add(whole.get(id) ?? id));
  };
  for (const { id, name, aliases } of specialties) for (const word of [id, name, ...aliases]) add(word, id);
  const single = (label: string): readonly string[] => {
    const plain = label.trim();
    const ours = map.get(plain);
    const named = byName.get(plain) ?? byName.get(plain.replace(/门诊$/, '')) ?? byName.get(`${plain}科`);
    if (ours !== undefined)
      return ours.split(SEPARATORS).flatMap((name) => [...(byName.get(name.trim()) ?? [])]);
    return [...(named ?? [])];
  };
  return { idsOf: (label) => new Set(label.split(SEPARATORS).flatMap(single)) };
}
