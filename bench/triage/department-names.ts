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
  const ours = (name: string): readonly string[] => {
    const plain = name.trim();
    const known = byName.get(plain) ?? byName.get(plain.replace(/门诊$/, '')) ?? byName.get(`${plain}科`);
    return [...(known ?? [])];
  };
  const idsOf = (label: string): readonly string[] => {
    const translated = map.get(label.trim());
    if (translated !== undefined) return translated.split(SEPARATORS).flatMap(ours);
    const parts = label.split(SEPARATORS);
    return parts.length > 1 ? parts.flatMap(idsOf) : ours(label);
  };
  return { idsOf: (label) => new Set(idsOf(label)) };
}
