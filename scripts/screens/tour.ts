import { openStage } from '../../test/e2e/stage/stage';
import { HALF_PAST_SEVEN, Phones } from '../../test/e2e/tour/phones';
import { STEPS } from '../../test/e2e/tour/steps';
import { pictureOf } from './picture';

/** File names of the README's pictures, in the order of its steps. */
export const tourPictures: readonly string[] = STEPS.map(({ name }) => `tour-${name}.webp`);

/** Lives the README's visit and takes a picture at the end of each step, by file name. @throws where a step fails. */
export async function takeTour(): Promise<ReadonlyMap<string, Buffer>> {
  const stage = await openStage({ now: HALF_PAST_SEVEN, staff: true });
  try {
    const phones = new Phones(stage);
    const pictures = new Map<string, Buffer>();
    for (const { name, live } of STEPS) {
      const phone = await live(phones);
      await phone.page.locator('.wx-toast').waitFor({ state: 'detached' });
      await phone.still();
      pictures.set(`tour-${name}.webp`, await pictureOf(phone.page));
    }
    return pictures;
  } finally {
    await stage.close();
  }
}
