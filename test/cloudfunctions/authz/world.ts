import type { ObjectKind } from '@core/contract/access';
import { bindingPlace, newAccount } from '../../../cloudfunctions/_store/accounts';
import { blindIndex } from '../../../cloudfunctions/_store/blind-index';
import { consentIdOf } from '../../../cloudfunctions/_store/consents';
import { seal } from '../../../cloudfunctions/_store/sealed-field';
import { Buffer } from 'node:buffer';
import type { LocalCloud, Secret } from '../../../local/cloud/index';
import { functionKeys } from '../../../scripts/start/function-settings';
import { insertDocuments } from '../documents';
import type { Actor, RoleFact } from './actors';
import { THE_DESK } from './expected';

const PATIENTS = { own: 'pauthzown', other: 'pauthzother' } as const;
const HER = 'dr-authz-hers';
/** The same in every world, since a process reads its keys once. */
const KEYS = {
  YILUTONG_FIELD_KEY: Buffer.alloc(32, 'field key of the matrix').toString('base64'),
  YILUTONG_INDEX_KEY: Buffer.alloc(32, 'index key of the matrix').toString('base64'),
};
Object.assign(process.env, KEYS);

/** Keys by which this process can plant what the functions read. */
export const functionEnv = (secret: Secret): Record<string, string> => ({ ...functionKeys(secret), ...KEYS });

const HOUR_MS = 3_600_000;

/** Where each kind of object is stored. A kind that the contract uses and that is missing here fails the test. */
const COLLECTION_OF: Partial<Record<ObjectKind, string>> = {
  appointment: 'appointments',
  session: 'sessions',
  encounter: 'encounters',
  order: 'orders',
  bill: 'bills',
  report: 'reports',
  admission: 'admissions',
  consent: 'consents',
  assistance: 'assistances',
};

/** Id of the object of a kind that everybody asks for. */
export function objectId(kind: ObjectKind): string {
  if (kind === 'patient') return PATIENTS.own;
  if (!(kind in COLLECTION_OF)) throw new Error(`No ${kind} is planted`);
  return kind === 'session' ? `${HER}_2026-03-10_am` : `planted-${kind}`;
}

/** An id of the kind that names nothing. */
export const absentId = (kind: ObjectKind): string =>
  kind === 'session' ? 'dr-nobody_2026-03-10_am' : `absent-${kind}`;

export const openidOf = (actor: Actor): string => `oAuthz ${actor.name}`.replace(/[^\w]/g, '_');

/** Plants an object of each kind and everybody who asks for it, past every function. */
export async function plant(
  cloud: LocalCloud,
  kinds: readonly ObjectKind[],
  actors: readonly Actor[],
): Promise<void> {
  for (const kind of kinds) {
    const collection = COLLECTION_OF[kind];
    if (collection) await insertDocuments(cloud, collection, [plantedObject(kind)]);
  }
  for (const actor of actors) await plantActor(cloud, actor);
}

const plantedObject = (kind: ObjectKind): object => ({
  _id: objectId(kind),
  revision: 0,
  patientId: PATIENTS.own,
  accountId: 'the-patients-account',
  granterAccountId: 'the-patients-account',
  relativeAccountId: 'nobodys-account',
  holderAccountId: 'the-patients-account',
  practitionerId: HER,
  desks: [THE_DESK],
  lines: [],
  versions: [],
  // Unique keys of the collections that have them.
  liveKeys: [`planted-${kind}`],
});

async function plantActor(cloud: LocalCloud, actor: Actor): Promise<void> {
  const at = cloud.clock.now();
  const accountId = blindIndex('account', openidOf(actor));
  const grants = actor.roles.map((fact, index) =>
    grantOf(fact, `g${accountId}${String(index)}`, accountId, at),
  );
  const assistance = actor.assistance && assistanceOf(actor.assistance, accountId, at);
  await insertDocuments(cloud, 'accounts', [
    {
      ...newAccount(accountId),
      signedIn: !actor.signedOut,
      bindings: bindingsOf(actor, accountId),
      roleGrantIds: grants.map(({ _id }) => _id),
      assistanceId: assistance?._id ?? null,
    },
  ]);
  if (grants.length > 0) await insertDocuments(cloud, 'role-grants', grants);
  if (assistance) await insertDocuments(cloud, 'assistances', [assistance]);
  if (actor.consent) {
    await insertDocuments(cloud, 'consents', [consentOf(actor.consent, accountId, at)]);
  }
}

/** On the Tuesday of the world: fourteen tomorrow, and fourteen today. */
const BORN = { young: '2012-03-11', grown: '2012-03-10' } as const;

function bindingsOf(actor: Actor, accountId: string): object[] {
  const binding = (patientId: string, relationship: string, person: unknown = 'sealed') => [
    { patientId, relationship, boundAt: 0, person, defaultNumber: '' },
  ];
  if (actor.guards) {
    const child = JSON.stringify({ name: '试小人', birthDate: BORN[actor.guards] });
    return binding(PATIENTS.own, 'child', seal(child, bindingPlace(accountId, PATIENTS.own)));
  }
  if (actor.card) return binding(PATIENTS[actor.card], 'self');
  return actor.consent ? binding(PATIENTS.own, 'relative') : [];
}

const grantOf = (fact: RoleFact, _id: string, accountId: string, now: number) => ({
  _id,
  revision: 0,
  role: fact.role,
  practitionerId: fact.doctor === null ? null : fact.doctor === 'hers' ? HER : 'dr-authz-another',
  label: 'planted',
  issuedAt: now - HOUR_MS,
  codeExpiresAt: now,
  accountId: fact.state === 'of-another-account' ? 'another-account' : accountId,
  expiresAt: fact.state === 'expired' ? now - 1 : null,
  revokedAt: fact.state === 'revoked' ? now - 1 : null,
});

function consentOf(
  { scopes, state }: NonNullable<Actor['consent']>,
  relativeAccountId: string,
  now: number,
): object {
  return {
    _id: consentIdOf(PATIENTS.own, relativeAccountId),
    revision: 0,
    patientId: PATIENTS.own,
    granterAccountId: 'the-patients-account',
    relativeAccountId,
    scopes,
    from: state === 'not-yet' ? now + HOUR_MS : now - HOUR_MS,
    until: state === 'expired' ? now : now + 2 * HOUR_MS,
    revokedAt: state === 'revoked' ? now - 1 : null,
  };
}

function assistanceOf(
  { whose, purposes, state }: NonNullable<Actor['assistance']>,
  accountId: string,
  now: number,
) {
  const isAsked = state === 'asked';
  return {
    _id: `assistance-of-${accountId}`,
    revision: 0,
    patientId: PATIENTS[whose],
    holderAccountId: 'the-patients-account',
    volunteerAccountId: state === 'of-another-volunteer' ? 'another-account' : accountId,
    purposes,
    askedAt: now - HOUR_MS,
    answerBy: now + HOUR_MS,
    startedAt: isAsked ? null : now - HOUR_MS,
    expiresAt: isAsked ? null : state === 'expired' ? now : now + HOUR_MS,
    seenAt: isAsked ? null : state === 'left' ? now - HOUR_MS : now,
    awayMs: HOUR_MS / 2,
    endedAt: state === 'ended' ? now - 1 : null,
    endedBy: state === 'ended' ? 'patient' : null,
  };
}
