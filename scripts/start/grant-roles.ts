import type { HeldRole, IssuedRoleCode, Me } from '../../core/contract/identity';
import type { LocalCloud } from '../../local/cloud/index';
import type { PreviewPerson, PreviewRole } from '../hospital/types';
import { StartFailure } from './start-failure';

const ISSUE = 'identity-issue-role-code';

/** Lets the invented staff have their roles: each code is made as an operator makes it and entered by its person. */
export async function grantRoles(cloud: LocalCloud, people: readonly PreviewPerson[]): Promise<void> {
  for (const { openid, roles } of people) {
    if (roles.length === 0) continue;
    const me = await asked<Me>(cloud, { openid, procedure: 'getMe', input: {} });
    for (const role of roles.filter((wanted) => !isHeld(wanted, me.roles))) await grant(cloud, openid, role);
  }
}

const isHeld = ({ role, practitionerId }: PreviewRole, held: readonly HeldRole[]): boolean =>
  held.some((one) => one.role === role && one.practitionerId === practitionerId);

async function grant(cloud: LocalCloud, openid: string, role: PreviewRole): Promise<void> {
  const issued = await cloud.invoke({ name: ISSUE, source: 'console', data: { ...role } });
  const { code, grantId } = valueOf<IssuedRoleCode>(issued);
  const input = { requestId: `start-role-${grantId}`.slice(0, 64), code };
  await asked<Me>(cloud, { openid, procedure: 'redeemRoleCode', input });
}

interface Question {
  readonly openid: string;
  readonly procedure: string;
  readonly input: object;
}

const asked = async <T>(cloud: LocalCloud, { openid, procedure, input }: Question): Promise<T> =>
  valueOf<T>(await cloud.invoke({ name: 'identity', openid, data: { procedure, input } }));

function valueOf<T>(answer: { readonly result?: unknown; readonly errMsg: string }): T {
  const result = answer.result as { ok: true; value: T } | { ok: false; error: string } | undefined;
  if (result?.ok) return result.value;
  throw new StartFailure([`The roles of the invented staff: ${result?.error ?? answer.errMsg}`]);
}
