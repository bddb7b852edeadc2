import type { Access, ObjectKind } from '@core/contract/access';
import { contract } from '@core/contract/index';
import type { Procedure } from '@core/contract/procedure';
import type { LocalCloud } from '../../../local/cloud/index';
import { sampleInput } from '../_kernel/sample-input';
import { ACTORS, type Actor } from './actors';
import { expectedRole } from './expected';
import { absentId, objectId, openidOf } from './world';

type Guarded = Exclude<Access, { kind: 'anyone' | 'caller' }>;

export interface GuardedProcedure {
  readonly context: string;
  readonly name: string;
  readonly procedure: Procedure;
  readonly access: Guarded;
}

/** Every procedure that is not for everybody about themselves. */
export const GUARDED: readonly GuardedProcedure[] = Object.values(contract).flatMap((context) =>
  Object.entries<Procedure>(context.procedures).flatMap(([name, procedure]) => {
    const { access } = procedure;
    return access.kind === 'anyone' || access.kind === 'caller'
      ? []
      : [{ context: context.name, name, procedure, access }];
  }),
);

/** The kinds of objects that they are about. */
export const KINDS: readonly ObjectKind[] = [
  ...new Set(GUARDED.flatMap(({ access }) => (access.kind === 'object' ? [access.object] : []))),
];

/** Callers for whom an object that does not exist must look like another's. */
const ASK_FOR_NOTHING: readonly string[] = [
  'patient',
  'nurse, role in-force',
  'administrator, role in-force',
];

const inputFor = ({ procedure, access }: GuardedProcedure, isThere: boolean): object => ({
  ...sampleInput(procedure),
  ...(access.kind === 'object'
    ? { [access.field]: isThere ? objectId(access.object) : absentId(access.object) }
    : {}),
});

interface Decision {
  readonly what?: string;
  readonly outcome?: string;
}

/** In what capacity the kernel let the caller in, by its own log; null where it did not. */
async function decisionOf(cloud: LocalCloud, one: GuardedProcedure, [actor, isThere]: [Actor, boolean]) {
  let decision: Decision | undefined;
  const stop = cloud.host.onInvocation(({ name, durationMs, lines }) => {
    if (name !== one.context || durationMs === undefined) return;
    decision = lines
      .map(({ text }) => asEntry(text))
      .find(({ what }) => what === 'allowed' || what === 'denied');
  });
  const { result } = await cloud.invoke({
    name: one.context,
    openid: openidOf(actor),
    data: { procedure: one.name, input: inputFor(one, isThere) },
  });
  stop();
  if (!decision) throw new Error(`${one.context}.${one.name} decided nothing: ${JSON.stringify(result)}`);
  const isNotFound = (result as { error?: string } | undefined)?.error === 'NOT_FOUND';
  if (decision.what === 'denied' && !isNotFound) throw new Error('A denial that says more than NOT_FOUND');
  return decision.what === 'allowed' ? (decision.outcome ?? null) : null;
}

const asEntry = (text: string): Decision => {
  try {
    return JSON.parse(text) as Decision;
  } catch {
    return {};
  }
};

/** Where the kernel and the contract disagree about who may call the procedure: one line each. */
export async function disagreements(cloud: LocalCloud, one: GuardedProcedure): Promise<string[]> {
  const found: string[] = [];
  for (const actor of ACTORS) {
    for (const isThere of one.access.kind === 'object' ? [true, false] : [true]) {
      if (!isThere && (one.access.kind !== 'object' || !asksForNothing(one.access.object, actor))) continue;
      const expected = expectedRole(one.access, actor, isThere);
      const decided = await decisionOf(cloud, one, [actor, isThere]);
      if (decided === expected) continue;
      const object = isThere ? 'the object' : 'nothing';
      found.push(
        `${one.context}.${one.name}: ${actor.name}, ${object}: ${String(decided)}, not ${String(expected)}`,
      );
    }
  }
  return found;
}

/** Whether a person is in the register is for the use case to find out, not for the door. */
const asksForNothing = (kind: string, actor: Actor): boolean =>
  kind !== 'patient' && ASK_FOR_NOTHING.includes(actor.name);
