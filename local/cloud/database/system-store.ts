import type { SystemStore } from './options';
import type { Storage } from './storage/port';
import type { GroupCommit } from './store/group-commit';

/** The local cloud's own records, written in the same batches as the documents. */
export function createSystemStore(storage: Storage, commit: GroupCommit): SystemStore {
  return {
    put(kind, id, json) {
      const text = JSON.stringify(json) as string | undefined;
      if (text === undefined) throw new TypeError(`Record ${kind}/${id} is not JSON.`);
      commit.write(() => storage.putRecord(kind, id, text));
      return commit.settled();
    },
    get(kind, id) {
      const text = storage.record(kind, id);
      return text === undefined ? undefined : (JSON.parse(text) as unknown);
    },
    list(kind) {
      return storage.records(kind).map(({ id, json }) => ({ id, value: JSON.parse(json) as unknown }));
    },
    delete(kind, id) {
      commit.write(() => storage.deleteRecord(kind, id));
      return commit.settled();
    },
  };
}
