import { describe, expect, test } from '@jest/globals';
import {
  acknowledge,
  newsOf,
  receive,
  shownVersion,
  stateOf,
  type ReportVersion,
} from '@core/domain/report/release';
import type { ReportStatus } from '@core/domain/report/report';
import fc from 'fast-check';

const version = (fields: Partial<ReportVersion> = {}): ReportVersion => ({
  number: 1,
  status: 'final',
  issuedAt: 100,
  fingerprint: 'f',
  critical: false,
  acknowledgedAt: null,
  ...fields,
});

describe('what may be shown', () => {
  test.each([
    [[], 'pending'],
    [[version({ status: 'preliminary' })], 'pending'],
    [[version()], 'released'],
    [[version({ critical: true })], 'awaiting-doctor'],
    [[version({ critical: true, acknowledgedAt: 5 })], 'released'],
    [[version(), version({ number: 2, status: 'amended', critical: true })], 'awaiting-doctor'],
    [[version(), version({ number: 2, status: 'withdrawn' })], 'withdrawn'],
  ] as const)('case %#', (versions, state) => {
    expect(stateOf(versions)).toBe(state);
    expect(shownVersion(versions)).toBe(state === 'released' ? versions.at(-1) : null);
  });

  test.each([
    [[], 'withdrawn', 200, 'NOTHING_TO_WITHDRAW'],
    [[version()], 'final', 200, 'ALREADY_FINAL'],
    [[version()], 'preliminary', 200, 'OUT_OF_ORDER'],
    [[version()], 'amended', 50, 'OUT_OF_ORDER'],
    [[version({ status: 'withdrawn' })], 'amended', 200, 'WITHDRAWN_BEFORE'],
  ] as const)('an arrival that cannot follow is refused: case %#', (versions, status, issuedAt, error) => {
    const arrival = { status, issuedAt, fingerprint: 'other', critical: false };
    expect(receive(versions, arrival)).toMatchObject({ ok: false, error });
  });

  test('the very same arrival changes nothing, also after others', () => {
    const versions = [version(), version({ number: 2, status: 'amended', fingerprint: 'g', issuedAt: 200 })];
    expect(receive(versions, version())).toEqual({ ok: true, value: 'same' });
    const gone = version({ number: 3, status: 'withdrawn', issuedAt: 300 });
    const again = { ...gone, fingerprint: 'h', issuedAt: 400 };
    expect(receive([...versions, gone], again)).toEqual({ ok: true, value: 'same' });
  });

  test('people hear of what they may read, of corrections, and of what was taken back after they could read it', () => {
    const critical = version({ critical: true });
    const seen = { ...critical, acknowledgedAt: 5 };
    const amended = version({ number: 2, status: 'amended' });
    const gone = version({ number: 3, status: 'withdrawn' });
    expect(newsOf([], [critical])).toBeNull();
    expect(newsOf([critical], [seen])).toBe('ready');
    expect(newsOf([], [version({ status: 'preliminary' })])).toBeNull();
    expect(newsOf([seen], [seen, amended])).toBe('amended');
    expect(newsOf([critical], [critical, amended])).toBe('ready');
    expect(newsOf([critical], [critical, gone])).toBeNull();
    expect(newsOf([seen], [seen, gone])).toBe('withdrawn');
  });
});

/** The policy in the plainest words, kept apart from the rules: what the hospital has said, in order. */
class Model {
  private said: { status: ReportStatus; critical: boolean; seenByDoctor: boolean; number: number }[] = [];

  hear(status: ReportStatus, critical: boolean, number: number): void {
    this.said.push({ status, critical, seenByDoctor: false, number });
  }

  doctorSees(): void {
    const last = this.said.at(-1);
    if (last) last.seenByDoctor = true;
  }

  mayBeShown(number: number): boolean {
    const last = this.said.at(-1);
    if (last?.number !== number || last.status === 'preliminary' || last.status === 'withdrawn') return false;
    return !last.critical || last.seenByDoctor;
  }
}

const step = fc.oneof(
  fc.record({
    what: fc.constant('arrive' as const),
    status: fc.constantFrom<ReportStatus>('preliminary', 'final', 'amended', 'withdrawn'),
    critical: fc.boolean(),
    issuedAt: fc.nat(5),
    fingerprint: fc.constantFrom('a', 'b', 'c'),
  }),
  fc.record({ what: fc.constant('acknowledge' as const), number: fc.nat(6) }),
);

test('no sequence of arrivals and acknowledgements ever shows what the policy denies', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
      let versions: readonly ReportVersion[] = [];
      const model = new Model();
      for (const one of steps) {
        if (one.what === 'acknowledge') {
          const next = acknowledge(versions, one.number, 1);
          if (next) model.doctorSees();
          versions = next ?? versions;
        } else {
          const decision = receive(versions, one);
          if (decision.ok && decision.value === 'added') {
            const number = versions.length + 1;
            versions = [...versions, { ...one, number, acknowledgedAt: null }];
            model.hear(one.status, one.critical, number);
          }
        }
        const shown = shownVersion(versions);
        if (shown) expect(model.mayBeShown(shown.number)).toBe(true);
        else expect(versions.some(({ number }) => model.mayBeShown(number))).toBe(false);
      }
    }),
    { numRuns: 300 },
  );
});
