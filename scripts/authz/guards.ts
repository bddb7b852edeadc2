/** A check that keeps somebody out, and how to take it away. */
export interface Guard {
  readonly name: string;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

const AUTHORIZE = 'cloudfunctions/_kernel/access/authorize.ts';
const RELATION = 'cloudfunctions/_kernel/access/relation.ts';
const GRANTS = 'cloudfunctions/_store/role-grants.ts';
const CONSENT = 'core/domain/identity/consent.ts';
const ASSISTANCE = 'core/domain/identity/assistance.ts';

/** Every guard of the kernel's door. Without any one of them the matrix must find somebody who gets in. */
export const GUARDS: readonly Guard[] = [
  {
    name: 'nobody is let in without an authority',
    file: 'cloudfunctions/_kernel/under-authority.ts',
    find: '  const authority = await authorize(asked.procedure.access, asked.input, asking);',
    replace:
      "  const authority = (await authorize(asked.procedure.access, asked.input, asking)) ?? { role: 'nurse' as const, patientId: null, holderId: caller.accountId, mandateId: null, practitionerId: null };",
  },
  {
    name: 'an object that does not exist lets nobody in',
    file: AUTHORIZE,
    find: 'return facts && onObject(access.by, facts, asking);',
    replace:
      'return onObject(access.by, facts ?? { patientId: null, accountId: null, practitionerId: null, desks: [] }, asking);',
  },
  {
    name: 'a card is somebody’s own',
    file: RELATION,
    find: "return binding?.relationship === 'self';",
    replace: 'return true;',
  },
  {
    name: 'a guardian’s right ends on a birthday',
    file: 'core/domain/identity/guardianship.ts',
    find: 'ageOn(birthDate, today) < belowYears',
    replace: 'ageOn(birthDate, today) <= belowYears',
  },
  {
    name: 'the contract names the patient',
    file: AUTHORIZE,
    find: 'if (by.patient && (await isOwn(',
    replace: 'if ((await isOwn(',
  },
  {
    name: 'a relative’s consent covers the scope',
    file: CONSENT,
    find: ' && consent.scopes.includes(scope)',
    replace: '',
  },
  {
    name: 'a consent can be revoked',
    file: CONSENT,
    find: "if (revokedAt !== null) return 'revoked';",
    replace: '',
  },
  { name: 'a consent ends', file: CONSENT, find: "if (now >= until) return 'expired';", replace: '' },
  {
    name: 'a consent begins',
    file: CONSENT,
    find: "return now < from ? 'not-yet' : 'in-force';",
    replace: "return 'in-force';",
  },
  {
    name: 'a relative is bound to the patient',
    file: RELATION,
    find: "if (bindingOf(account, patientId)?.relationship !== 'relative') return null;",
    replace: "if (account.bindings.some(({ patientId: id }) => id === patientId)) return 'anything';",
  },
  {
    name: 'an assistance covers the purpose',
    file: ASSISTANCE,
    find: ' &&\n  assistance.purposes.includes(purpose)',
    replace: '',
  },
  {
    name: 'an assistance was agreed to and has not ended',
    file: ASSISTANCE,
    find: " &&\n  assistanceState(assistance, now) === 'running'",
    replace: '',
  },
  {
    name: 'an assistance ends by time',
    file: ASSISTANCE,
    find: 'if (now >= Math.min(expiresAt, leavesAt))',
    replace: 'if (now >= leavesAt)',
  },
  {
    name: 'an assistance ends when the volunteer leaves',
    file: ASSISTANCE,
    find: 'if (now >= Math.min(expiresAt, leavesAt))',
    replace: 'if (now >= expiresAt)',
  },
  {
    name: 'an assistance is the volunteer’s own',
    file: RELATION,
    find: 'if (assistance?.volunteerAccountId !== account._id) return null;',
    replace: 'if (!assistance) return null;',
  },
  {
    name: 'an assistance is for this patient',
    file: RELATION,
    find: 'if (assistance?.patientId !== patientId || !assistanceAllows',
    replace: 'if (!assistance || !assistanceAllows',
  },
  {
    name: 'a volunteer has the role',
    file: RELATION,
    find: "return grantOf(await rolesInForce(account, now), 'volunteer') ? assistance : null;",
    replace: 'return assistance;',
  },
  {
    name: 'a role can be taken back',
    file: GRANTS,
    find: ' &&\n  grant.revokedAt === null',
    replace: '',
  },
  {
    name: 'a role ends',
    file: GRANTS,
    find: ' &&\n  (grant.expiresAt === null || now < grant.expiresAt)',
    replace: '',
  },
  {
    name: 'a role is bound to one WeChat',
    file: GRANTS,
    find: '  grant.accountId === accountId &&\n',
    replace: '',
  },
  {
    name: 'who signed out has no role',
    file: 'cloudfunctions/_kernel/access/roles.ts',
    find: 'if (!account.signedIn || account.roleGrantIds.length === 0) return [];',
    replace: '',
  },
  {
    name: 'the contract names the role',
    file: AUTHORIZE,
    find: 'by[role] !== undefined && ',
    replace: '',
  },
  {
    name: 'a doctor’s own are the doctor’s, a desk’s the desk’s',
    file: AUTHORIZE,
    find: " || (facts && by[role] === 'own' && !(await isFor(facts, grant, asking.now)))",
    replace: '',
  },
  {
    name: 'an order belongs to its desks',
    file: AUTHORIZE,
    find: ': facts.desks.includes(grant.role);',
    replace: ': true;',
  },
  {
    name: 'an object belongs to its doctor',
    file: AUTHORIZE,
    find: 'grant.practitionerId !== null && facts.practitionerId === grant.practitionerId',
    replace: 'true',
  },
  {
    name: 'a doctor stands in for another only where the object says so',
    file: AUTHORIZE,
    find: '((await facts.standsIn?.(grant, now)) ?? false)',
    replace: 'true',
  },
];
