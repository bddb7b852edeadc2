import { CloudError } from '../../protocol/cloud-error';
import { requestFailed } from '../failures';
import { visitPath } from '../query/lookup';
import { show } from '../values/show';
import type { Document } from '../values/value';
import { geometriesOf, readGeometry } from './geometry';

/** Refuses a document whose field in a `2dsphere` index holds something that is no place. */
export function checkGeoField(document: Document, path: string): void {
  visitPath(document, path.split('.'), (value) => {
    if (value === undefined || value === null || geometriesOf(value).length > 0) return false;
    try {
      readGeometry(value);
    } catch (error) {
      if (!(error instanceof CloudError)) throw error;
      throw requestFailed(`Can't extract geo keys: ${show(document)}  ${error.message}`);
    }
    return false;
  });
}
