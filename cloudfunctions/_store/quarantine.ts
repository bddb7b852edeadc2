import type { Reason } from '@core/domain/report/fhir/reasons';
import type { ReportCategory } from '@core/domain/report/report';
import { replaceIfUnchanged, type Aggregate } from './aggregate';
import { blindIndex } from './blind-index';
import { Collection } from './collection';
import type { Sealed } from './sealed-field';

/** A file that is no report that could be taken in. `_id` is `q` and the keyed fingerprint of desk and contents. */
export interface QuarantinedFile extends Aggregate {
  readonly desk: ReportCategory;
  readonly state: 'waiting' | 'dismissed';
  readonly at: number;
  readonly reasons: readonly Reason[];
  /** The desk's number of the report, sealed at field `sourceId`; null where it could not be read. */
  readonly sourceId: Sealed | null;
  /** The file as it came, sealed at field `file`. */
  readonly file: Sealed;
}

/** Where a file's contents are sealed. */
export const filePlace = (fileId: string) => ({ documentId: fileId, field: 'file' });

export const fileIdOf = (desk: ReportCategory, file: string): string =>
  `q${blindIndex('report-content', `${desk}\n${file}`)}`;

const collection = new Collection<QuarantinedFile>('quarantine');

export const quarantine = {
  findById: (fileId: string) => collection.findById(fileId),
  findWaiting: (desk: ReportCategory, limit: number) =>
    collection.find({ desk, state: 'waiting' }, { limit, orderBy: ['at', 'desc'] }),
  /** @throws DuplicateKeyError where the very same file is here. */
  insert: (file: QuarantinedFile) => collection.insert(file),
  replace: (next: QuarantinedFile) => replaceIfUnchanged(collection, next),
};
