import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Phone } from '../stage/phone';

const FOLDER = 'test/e2e/screenshots';

/** Keeps a picture of what is in sight, for people to look at. */
export async function photograph(phone: Phone, name: string): Promise<void> {
  const file = path.join(FOLDER, `${name}.png`);
  mkdirSync(path.dirname(file), { recursive: true });
  await phone.page.screenshot({ path: file });
}
