import { DuplicateKeyError } from './store-errors';

/** True where the document is new, false where somebody had made it before; any other failure is thrown. */
export async function insertedFirst(inserting: Promise<void>): Promise<boolean> {
  try {
    await inserting;
    return true;
  } catch (thrown) {
    if (thrown instanceof DuplicateKeyError) return false;
    throw thrown;
  }
}
