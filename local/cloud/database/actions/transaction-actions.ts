import type { Run } from './action';

/** database.startTransaction: the only answer with its result beside `data`. The snapshot is taken here. */
export const startTransaction: Run = ({ transactions }) => ({
  transactionId: transactions.start().id,
  documents: 0,
});

/** database.commitTransaction */
export const commitTransaction: Run = ({ transactions }, body) => {
  transactions.commit(transactions.get(body['transactionId']));
  return { documents: 0 };
};

/** database.abortTransaction */
export const abortTransaction: Run = ({ transactions }, body) => {
  transactions.abort(transactions.get(body['transactionId']));
  return { documents: 0 };
};

/** database.addCollection */
export const addCollection: Run = ({ workspace: { catalog, commit } }, body) => {
  const name = catalog.checkNew(body['collectionName']);
  commit.write(() => catalog.create(name));
  return { documents: 0 };
};
