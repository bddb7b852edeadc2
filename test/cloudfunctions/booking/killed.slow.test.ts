import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, describe, expect, jest, test } from '@jest/globals';
import { CROWDED_SEATS, tap, withCrowdedSession, type BookAnswer, type Member } from '../crowd';
import { builtFunctions, openHospitalUnderTest } from '../hospital-under-test';
import { expectInvariants } from '../invariants';

jest.setTimeout(120_000);

interface Phone {
  readonly member: Member;
  readonly token: string;
}

const CALLERS = 200;
const ANSWERS_BEFORE_KILL = 60;

const dataDir = mkdtempSync(path.join(tmpdir(), 'yilutong-killed-'));

async function startProcess(): Promise<{ child: ChildProcess; url: string; phones: Phone[] }> {
  const script = path.join(process.cwd(), 'test/cloudfunctions/booking/crowded-cloud.ts');
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', script, dataDir, await builtFunctions(), String(CALLERS)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  for await (const line of createInterface({ input: child.stdout })) {
    return { child, ...(JSON.parse(line) as { url: string; phones: Phone[] }) };
  }
  throw new Error('The process ended before it listened');
}

describe('a cloud killed while a crowd books', () => {
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  test('keeps every acknowledged seat, and gives exactly the rest to those who try again', async () => {
    const { child, url, phones } = await startProcess();
    const before = new Map<number, BookAnswer>();
    const gone = new Promise((resolve) => child.once('exit', resolve));
    await Promise.all(
      phones.map(async ({ member, token }, index) => {
        const answer = await tap(url, token, { member, index }).catch(() => null);
        if (answer) before.set(index, answer);
        if (before.size === ANSWERS_BEFORE_KILL) child.kill('SIGKILL');
      }),
    );
    await gone;
    expect(before.size).toBeLessThan(CALLERS);

    const hospital = await openHospitalUnderTest({ dataDir, change: withCrowdedSession });
    try {
      const answers = await Promise.all(
        phones.map(({ member, token }, index) => tap(hospital.cloud.url, token, { member, index })),
      );
      const seats = answers.flatMap(({ value }) => (value ? [value.queueNumber] : []));
      expect(seats).toHaveLength(CROWDED_SEATS);
      expect(new Set(seats).size).toBe(CROWDED_SEATS);
      for (const [index, { value }] of before) {
        if (value) expect(answers[index]?.value).toMatchObject({ queueNumber: value.queueNumber });
      }
      await expectInvariants(hospital);
    } finally {
      await hospital.close();
    }
  });
});
