import type { Building, Drawing, Finding, Floor, Place, PlanLink, PlanNode } from '@core/domain/guide/plan';
import * as v from 'valibot';
import { anyone } from './access';
import { closed, id } from './fields';
import { defineContext, output, proceduresWith } from './procedure';

/** What search and the choice of a place need; the ways come building by building. */
export interface PlanDirectory {
  readonly buildings: readonly Building[];
  readonly floors: readonly Floor[];
  readonly places: readonly Place[];
  readonly findings: readonly Finding[];
}

export interface PlanAnswer {
  /** Changes whenever the directory does. */
  readonly version: string;
  /** The version of every building's ways: a phone that has them does not fetch them anew. */
  readonly waysVersion: string;
  /** Null where the phone's copy is still right. */
  readonly directory: PlanDirectory | null;
}

/** The ways of one building and what its floors look like. A link belongs to the building in which it begins. */
export interface BuildingPlan {
  /** The `waysVersion` to which it belongs. */
  readonly version: string;
  readonly nodes: readonly PlanNode[];
  readonly links: readonly PlanLink[];
  readonly drawings: readonly { readonly floorId: string; readonly drawing: Drawing }[];
}

const { query } = proceduresWith<object>();

/** The hospital's plan: public, and kept on the phone so that the way is found without a network. */
export const guide = defineContext({
  name: 'guide',
  procedures: {
    getPlan: query({
      access: anyone,
      input: closed({ known: v.nullable(id) }),
      output: output<PlanAnswer>(),
      errors: [],
    }),
    getBuilding: query({
      access: anyone,
      input: closed({ buildingId: id }),
      output: output<BuildingPlan>(),
      errors: [],
    }),
  },
});
