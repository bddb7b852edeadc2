import type { ObjectKind } from '@core/contract/access';
import { admissions } from '../../_store/admissions';
import { appointments } from '../../_store/appointments';
import { assistances } from '../../_store/assistances';
import { bills } from '../../_store/bills';
import { consents } from '../../_store/consents';
import { isStandIn } from '../../_store/critical-audience';
import { encounters } from '../../_store/encounters';
import { orders } from '../../_store/orders';
import { reports } from '../../_store/reports';
import type { RoleGrant } from '../../_store/role-grants';
import { sessions } from '../../_store/sessions';

/** What decides about access to an object. */
export interface ObjectFacts {
  /** Whose data it is; null where it is no patient's. */
  readonly patientId: string | null;
  /** The account on whose books it is. */
  readonly accountId: string | null;
  /** The doctor it belongs to. */
  readonly practitionerId: string | null;
  /** The executing desks it belongs to. */
  readonly desks: readonly string[];
  /** Whether a doctor to whom it does not belong stands in for the one to whom it does; absent where nobody can. */
  readonly standsIn?: (grant: RoleGrant, now: number) => Promise<boolean>;
}

type Resolve = (id: string) => Promise<ObjectFacts | null>;

const NOTHING: ObjectFacts = { patientId: null, accountId: null, practitionerId: null, desks: [] };

/** How an id is followed to what decides about it. A kind that is missing here is denied to everybody. */
const RESOLVERS: Partial<Record<ObjectKind, Resolve>> = {
  // Whether the person exists is for the use case to find out: an own card needs no look at the register.
  patient: (patientId) => Promise.resolve({ ...NOTHING, patientId }),
  appointment: async (id) => {
    const found = await appointments.findById(id);
    return found && { ...NOTHING, ...found };
  },
  // A visit belongs to the doctor in whose queue it is, also after a transfer.
  encounter: async (id) => {
    const found = await encounters.findById(id);
    return found && { ...NOTHING, ...found };
  },
  report: async (id) => {
    const found = await reports.findById(id);
    if (!found) return null;
    const { patientId, practitionerId } = found;
    const standsIn = (grant: RoleGrant, now: number) => isStandIn(found, grant, now);
    return { ...NOTHING, patientId, practitionerId, standsIn };
  },
  bill: async (id) => {
    const found = await bills.findById(id);
    return found && { ...NOTHING, ...found };
  },
  session: async (id) => {
    const found = await sessions.findById(id);
    return found && { ...NOTHING, practitionerId: found.practitionerId };
  },
  order: async (id) => {
    const found = await orders.findById(id);
    return found && { ...NOTHING, ...found };
  },
  admission: async (id) => {
    const found = await admissions.findById(id);
    return found && { ...NOTHING, ...found };
  },
  consent: async (id) => {
    const found = await consents.findById(id);
    return found && { ...NOTHING, patientId: found.patientId, accountId: found.granterAccountId };
  },
  assistance: async (id) => {
    const found = await assistances.findById(id);
    return found && { ...NOTHING, patientId: found.patientId, accountId: found.holderAccountId };
  },
};

/** Null where there is no such object. */
export async function objectFacts(kind: ObjectKind, id: string): Promise<ObjectFacts | null> {
  return (await RESOLVERS[kind]?.(id)) ?? null;
}

/** The kinds that can be followed. */
export const resolvedKinds = (): readonly string[] => Object.keys(RESOLVERS);
