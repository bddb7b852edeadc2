import type { StorageService } from '../../storage/storage-service';
import type { FileLine } from '../shared/files';
import type { ControlTable } from './control-action';

/** The files of the storage, newest first. */
export function fileControl(storage: StorageService): ControlTable {
  return {
    'GET /control/files': (): FileLine[] =>
      storage.list().sort((left, right) => right.uploadedAt - left.uploadedAt),
  };
}
