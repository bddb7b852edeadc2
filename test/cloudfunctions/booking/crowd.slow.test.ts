import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { AppointmentRecord } from '../../../cloudfunctions/_store/appointments';
import { crowd, CROWDED_SEATS, tap, withCrowdedSession, type Member } from '../crowd';
import { documentsOf } from '../documents';
import { openHospitalUnderTest, type HospitalUnderTest } from '../hospital-under-test';
import { expectInvariants } from '../invariants';

jest.setTimeout(120_000);

describe('three hundred callers for fifty seats', () => {
  let hospital: HospitalUnderTest;
  beforeAll(async () => {
    hospital = await openHospitalUnderTest({ change: withCrowdedSession });
  });
  afterAll(() => hospital.close());

  test('are given exactly fifty, each its own queue number, however often each of them taps', async () => {
    const { cloud } = hospital;
    const members = await crowd(cloud, 300);
    const tapOf = (member: Member, index: number) =>
      tap(cloud.url, cloud.identity.mint({ openid: member.openid }), { member, index });
    // Every sixth caller taps twice at once.
    const taps = members.flatMap((member, index) =>
      (index % 6 === 0 ? [member, member] : [member]).map((one) => tapOf(one, index)),
    );
    const answers = await Promise.all(taps);

    const accepted = answers.flatMap(({ value }) => (value ? [value] : []));
    const seats = new Map(accepted.map(({ appointmentId, queueNumber }) => [appointmentId, queueNumber]));
    expect(seats.size).toBe(CROWDED_SEATS);
    expect(new Set(seats.values()).size).toBe(CROWDED_SEATS);
    for (const { appointmentId, queueNumber } of accepted) expect(seats.get(appointmentId)).toBe(queueNumber);
    const refusals = new Set(answers.flatMap(({ error }) => (error ? [error] : [])));
    expect([...refusals]).toEqual(['SLOT_FULL']);
    expect(await documentsOf<AppointmentRecord>(cloud, 'appointments')).toHaveLength(CROWDED_SEATS);
    await expectInvariants(hospital);
  });
});
