import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { AuditEntry } from '../../../cloudfunctions/_store/audit-log';
import type { Verified } from '../../../cloudfunctions/audit/verify-links';
import { verifyAudit } from '../../../scripts/audit/verify-audit';
import { documentsOf, insertDocuments } from '../documents';
import { openHospitalUnderTest, type HospitalUnderTest } from '../hospital-under-test';
import { boundPatient, type PatientUnderTest } from '../patient-under-test';
import { staffMember } from '../staff-under-test';
import { accepted, held, refusal } from '../visit-under-test';

jest.setTimeout(120_000);

const SESSION = 'dr-tian_2026-03-12_am';

describe('the audit', () => {
  let hospital: HospitalUnderTest;
  let patient: PatientUnderTest;
  let appointmentId = '';
  beforeAll(async () => {
    hospital = await openHospitalUnderTest();
    patient = await boundPatient(hospital, 1);
    ({ appointmentId } = await held(hospital, patient, SESSION, '09:00'));
  });
  afterAll(() => hospital.close());

  const log = () => documentsOf<AuditEntry>(hospital.cloud, 'audit-log');
  const runVerify = async (from: unknown): Promise<unknown> => {
    const answer = await hospital.cloud.invoke({ name: 'audit-verify', source: 'console', data: { from } });
    return answer.result;
  };
  const verify = (head: string | null = null) => verifyAudit(runVerify, head);
  /** A minute with all its timers, the sealer last. */
  const minute = async (): Promise<void> => {
    await hospital.cloud.clock.advance(60_000);
    await hospital.minute();
    expect(await hospital.cloud.timers.runNow('audit-seal')).toMatchObject({ ok: true });
  };
  const change = (collectionName: string, query: object, update: object) =>
    hospital.cloud.database.handle('database.modifyDocument', {
      collectionName,
      queryType: 'WHERE',
      query: JSON.stringify(query),
      data: JSON.stringify({ $set: update }),
      multi: true,
      merge: true,
      upsert: false,
    });
  const remove = (collectionName: string, query: object) =>
    hospital.cloud.database.handle('database.removeDocument', {
      collectionName,
      queryType: 'WHERE',
      query: JSON.stringify(query),
      multi: true,
    });

  test('writes down each view once in ten minutes, with who, in what capacity and whose data', async () => {
    for (let look = 0; look < 3; look += 1) {
      accepted(await hospital.ask(patient.openid, 'booking', 'getAppointment', { appointmentId }));
    }
    const nurse = await staffMember(hospital, { role: 'nurse' });
    accepted(await hospital.ask(nurse, 'booking', 'getAppointment', { appointmentId }));
    expect(refusal(await hospital.ask('oStranger', 'booking', 'getAppointment', { appointmentId }))).toBe(
      'NOT_FOUND',
    );
    const views = (await log()).filter(({ action }) => action === 'booking.getAppointment');
    expect(views.map(({ role, patientId, documentId }) => ({ role, patientId, documentId }))).toEqual([
      { role: 'patient', patientId: patient.patientId, documentId: appointmentId },
      { role: 'nurse', patientId: patient.patientId, documentId: appointmentId },
    ]);
  });

  test('is sealed within a minute: changes and views alike, and verifies', async () => {
    await minute();
    const entries = await log();
    expect(entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['appointment.hold', 'role.redeem', 'booking.getAppointment']),
    );
    expect(entries.filter(({ seal }) => seal === null)).toEqual([]);
    expect(entries.find(({ action }) => action === 'appointment.hold')).toMatchObject({
      patientId: patient.patientId,
      role: 'patient',
    });
    expect(await verify()).toMatchObject({ intact: true });
  });

  test('sealed twice at once has one chain', async () => {
    accepted(await hospital.ask(patient.openid, 'identity', 'getMe', {}));
    await held(hospital, await boundPatient(hospital, 2), SESSION, '09:30');
    await hospital.cloud.clock.advance(60_000);
    await hospital.minute();
    await Promise.all([1, 2, 3].map(() => hospital.cloud.timers.runNow('audit-seal')));
    expect(await verify()).toMatchObject({ intact: true });
  });

  const expectFinding = async (pattern: RegExp, undo: () => Promise<unknown>): Promise<void> => {
    const { intact, lines } = await verify();
    expect({ intact, lines: lines.join('\n') }).toEqual({
      intact: false,
      lines: expect.stringMatching(pattern),
    });
    await undo();
    expect(await verify()).toMatchObject({ intact: true });
  };

  test('an edit, a deletion and an addition are located', async () => {
    const [entry] = await log();
    if (!entry) throw new Error('An empty log');
    await change('audit-log', { _id: entry._id }, { actor: 'somebody else' });
    await expectFinding(new RegExp(`altered: link \\d+, record ${entry._id}`), () =>
      change('audit-log', { _id: entry._id }, { actor: entry.actor }),
    );
    await remove('audit-log', { _id: entry._id });
    await expectFinding(new RegExp(`missing: link \\d+, record ${entry._id}`), () =>
      insertDocuments(hospital.cloud, 'audit-log', [entry]),
    );
    await insertDocuments(hospital.cloud, 'audit-log', [{ ...entry, _id: 'vforged', auditId: 'vforged' }]);
    await expectFinding(/foreign: link \d+, record vforged/, () => remove('audit-log', { _id: 'vforged' }));
  });

  test('links that are edited, swapped or cut off are found', async () => {
    const links = await documentsOf<{ _id: string; number: number; hash: string; previous: string }>(
      hospital.cloud,
      'audit-seals',
    );
    const last = links.reduce((one, other) => (one.number > other.number ? one : other));
    expect(links.length).toBeGreaterThan(1);
    await change('audit-seals', { _id: last._id }, { previous: '0'.repeat(64) });
    await expectFinding(new RegExp(`broken-link: link ${String(last.number)}`), () =>
      change('audit-seals', { _id: last._id }, { previous: last.previous }),
    );
    await remove('audit-seals', { _id: last._id });
    await expectFinding(new RegExp(`cut: link ${String(last.number)}`), () =>
      insertDocuments(hospital.cloud, 'audit-seals', [last]),
    );
    const head = `${String(last.number)}:${last.hash}`;
    expect(await verify(head)).toMatchObject({ intact: true });
    await remove('audit-seals', { _id: last._id });
    await remove('audit-log', { seal: last.number });
    expect(await verify()).toMatchObject({ intact: true });
    expect(await verify(head)).toMatchObject({ intact: false });
    const part = (await runVerify(null)) as Verified;
    expect(part.heads).not.toContain(head);
  });
});
