import { describe, expect, test } from '@jest/globals';
import type { LocalCloud } from '../../../local/cloud/index';
import type { PreviewPerson, PreviewRole } from '../../../scripts/hospital/types';
import { grantRoles } from '../../../scripts/start/grant-roles';

const person = (openid: string, roles: readonly PreviewRole[]): PreviewPerson => ({
  id: openid,
  label: openid,
  openid,
  phoneNumber: '19900000001',
  note: '',
  details: { name: '演示', identityNumber: '' },
  children: [],
  roles,
});

const NURSE: PreviewRole = { role: 'nurse', label: '护士站', practitionerId: null };
const DOCTOR: PreviewRole = { role: 'doctor', label: '医生', practitionerId: 'dr-lin' };

interface Call {
  readonly name: string;
  readonly openid?: string;
  readonly data: { readonly procedure?: string };
}

/** A cloud that knows who has which role, and writes down what it is asked. */
function cloudWith(held: Readonly<Record<string, readonly PreviewRole[]>>) {
  const asked: string[] = [];
  const invoke = ({ name, openid, data }: Call) => {
    asked.push([openid ?? 'operator', data.procedure ?? name].join(' '));
    const roles = held[openid ?? ''] ?? [];
    const value = data.procedure === undefined ? { code: 'ABC', grantId: 'g1' } : { roles };
    return Promise.resolve({ result: { ok: true, value }, errMsg: 'ok' });
  };
  return { asked, cloud: { invoke } as unknown as LocalCloud };
}

describe('the roles of the invented staff', () => {
  test('are made by the operator and entered by their person; patients are left alone', async () => {
    const { asked, cloud } = cloudWith({});
    await grantRoles(cloud, [person('patient', []), person('nurse', [NURSE])]);
    expect(asked).toEqual(['nurse getMe', 'operator identity-issue-role-code', 'nurse redeemRoleCode']);
  });

  test('are not given out again after a restart', async () => {
    const { asked, cloud } = cloudWith({ doctor: [DOCTOR] });
    await grantRoles(cloud, [person('doctor', [DOCTOR])]);
    expect(asked).toEqual(['doctor getMe']);
  });
});
