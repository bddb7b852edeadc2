import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readSource, type SourceText } from '../files';
import type { PartSource } from './part';

/** The text of a file that a hospital may do without: null where it is absent, and null with a fault where unreadable. */
export const optionalFile = ({ directory, faults }: PartSource, file: string): SourceText | null =>
  existsSync(join(directory, file)) ? readSource(directory, file, faults) : null;
