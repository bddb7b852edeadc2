import { chromium, type Browser } from 'playwright-core';
import { startHospital, type RunningHospital } from '../../../scripts/start/start-hospital';
import { TUESDAY_8_00, underTest, type HospitalUnderTest } from '../../cloudfunctions/hospital-under-test';
import { openPhone, type PhoneOptions } from './open-phone';
import type { Phone } from './phone';
import { WindowRack } from './window';

interface StageOptions {
  readonly hospitalDir?: string;
  readonly now?: number;
  /** Whether the invented staff have their roles. */
  readonly staff?: boolean;
}

/** A running hospital in memory and one Chromium, shared by the tests of a file. */
export interface Stage {
  readonly hospital: RunningHospital;
  readonly browser: Browser;
  /** The same cloud, asked without a phone. */
  readonly underTest: HospitalUnderTest;
  /** A phone of its own: nothing is shared with the phones opened before. */
  phone(options?: PhoneOptions): Promise<Phone>;
  /** Moves the clock of cloud and phones. */
  advance(minutes: number): Promise<void>;
  /** Puts every phone away and says what went wrong on them; to be called after each test. */
  putAway(): Promise<string[]>;
  close(): Promise<void>;
}

/** Headless Chromium; close it when done. */
export const launchChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });

export async function openStage({ now = TUESDAY_8_00, ...options }: StageOptions = {}): Promise<Stage> {
  const hospital = await startHospital({ port: 0, now, ...options });
  const browser = await launchChromium().catch(async (error: unknown) => {
    await hospital.close();
    throw error;
  });
  const phones: Phone[] = [];
  const rack = new WindowRack(browser);
  return {
    hospital,
    browser,
    phone: async (options = {}) => {
      const phone = await openPhone(await rack.take(options.touch ?? false), hospital, options);
      phones.push(phone);
      return phone;
    },
    advance: (minutes) => hospital.cloud.clock.advance(minutes * 60_000),
    underTest: underTest(hospital.cloud),
    putAway: async () => {
      const troubles = phones.flatMap(({ troubles }) => troubles);
      hospital.cloud.faults.clear();
      for (const { window } of phones.splice(0)) await rack.giveBack(window);
      return troubles;
    },
    close: async () => {
      await browser.close();
      await hospital.close();
    },
  };
}
