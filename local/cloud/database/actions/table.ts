import type { Action } from './action';
import { aggregateDocuments } from './aggregate-documents';
import { calculateDocument, getDocument } from './get-document';
import { insertDocument } from './insert-document';
import { modifyDocument, removeDocument } from './modify-document';
import { abortTransaction, addCollection, commitTransaction, startTransaction } from './transaction-actions';

/** Every action this database answers, by its name on the wire. */
export const ACTIONS: ReadonlyMap<string, Action> = new Map<string, Action>([
  ['database.addCollection', { kind: 'write', run: addCollection }],
  ['database.insertDocument', { kind: 'write', run: insertDocument }],
  ['database.getDocument', { kind: 'read', run: getDocument }],
  ['database.calculateDocument', { kind: 'read', run: calculateDocument }],
  ['database.aggregateDocuments', { kind: 'read', run: aggregateDocuments }],
  ['database.modifyDocument', { kind: 'write', run: modifyDocument }],
  ['database.removeDocument', { kind: 'write', run: removeDocument }],
  ['database.startTransaction', { kind: 'transaction', run: startTransaction }],
  ['database.commitTransaction', { kind: 'transaction', run: commitTransaction }],
  ['database.abortTransaction', { kind: 'transaction', run: abortTransaction }],
]);
