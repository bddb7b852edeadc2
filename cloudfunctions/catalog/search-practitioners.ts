import type { catalog, PractitionerProfile } from '@core/contract/catalog';
import { accept } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { catalogue } from '../_store/catalog';

/** A screenful: who wants more types another letter. */
const MOST = 10;

/** Doctors whose name, its pinyin or what they are good at holds the words; a name that begins so comes first. */
export const searchPractitioners: UseCase<typeof catalog.procedures.searchPractitioners> = async (
  input,
  context,
) => {
  const { practitioners } = await catalogue.current(context.now);
  const words = plain(input.words);
  if (words === '') return accept([]);
  return accept(
    practitioners
      .map((doctor) => ({ doctor, rank: rankOf(doctor, words) }))
      .filter(({ rank }) => rank !== null)
      .sort((one, other) => Number(one.rank) - Number(other.rank))
      .slice(0, MOST)
      .map(({ doctor }) => doctor),
  );
};

const plain = (text: string): string => text.toLowerCase().replaceAll(/[\s·']/g, '');

function rankOf({ name, pinyin, initials, goodAt }: PractitionerProfile, words: string): number | null {
  const keys = [plain(name), pinyin, initials];
  if (keys.some((key) => key.startsWith(words))) return 0;
  if (plain(name).includes(words)) return 1;
  return goodAt.includes(words) ? 2 : null;
}
