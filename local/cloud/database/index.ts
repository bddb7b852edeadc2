import { ACTIONS } from './actions/table';
import { describeCollections } from './describe';
import { Engine } from './engine';
import type { DatabaseOptions, LocalDatabase } from './options';
import { openLibsqlStorage } from './storage/libsql-storage';
import type { Storage } from './storage/port';
import { Catalog } from './store/catalog';
import { DocumentStore } from './store/document-store';
import { GroupCommit } from './store/group-commit';
import { installIndexFile } from './store/install-indexes';
import { createSystemStore } from './system-store';
import { History } from './transactions/history';
import { LockTable } from './transactions/locks';
import { TransactionRegistry } from './transactions/registry';
import type { Transaction } from './transactions/transaction';

export { CloudError } from '../protocol/cloud-error';
export type {
  CollectionDescription,
  DatabaseOptions,
  DatabaseStats,
  DatabaseWarning,
  Durability,
  FaultHook,
  IndexDefinition,
  IndexFile,
  IndexKey,
  LocalDatabase,
  OperationDescription,
  OperationReport,
  SystemStore,
} from './options';

const ACTION_NAMES: ReadonlySet<string> = new Set(ACTIONS.keys());

function assemble(storage: Storage, options: DatabaseOptions): LocalDatabase {
  const catalog = new Catalog(storage);
  const documents = new DocumentStore(storage);
  installIndexFile(options.indexes, { storage, catalog, documents });
  const forgetMemory = (): void => {
    documents.cache.clear();
    catalog.reload();
    transactions.abortAll();
  };
  const commit = new GroupCommit(storage, forgetMemory, options.groupCommit);
  const workspace = {
    catalog,
    documents,
    commit,
    history: new History(),
    locks: new LockTable<Transaction>(),
  };
  const transactions = new TransactionRegistry(workspace, () => options.now());
  const engine = new Engine(options, workspace, transactions);
  return {
    actions: ACTION_NAMES,
    system: createSystemStore(storage, commit),
    handle: (action, body) => engine.handle(action, body),
    handleUnseen: (action, body) => engine.handle(action, body, { unseen: true }),
    onOperation: (listener) => engine.reporter.add(listener),
    onWarning: (listener) => engine.warnings.onWarning(listener),
    warnings: () => engine.warnings.list(),
    describe: () => describeCollections(catalog, storage),
    stats: () => ({
      collections: catalog.size,
      commits: commit.commits,
      openTransactions: transactions.size,
      cachedDocuments: documents.cache.size,
    }),
    async close() {
      if (engine.closed) return;
      engine.closed = true;
      transactions.abortAll();
      const settled = commit.settled();
      commit.flush();
      storage.close();
      await settled;
    },
  };
}

/** Opens or creates a database. Throws one clear line on a damaged, foreign or newer file, or one in use. */
export function openDatabase(options: DatabaseOptions): LocalDatabase {
  const storage = openLibsqlStorage(options.path, options.synchronous);
  try {
    return assemble(storage, options);
  } catch (error) {
    storage.close();
    throw error;
  }
}
