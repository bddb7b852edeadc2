import { EJSON } from 'bson';
import type { LocalDatabase } from '../../database/options';
import { addDocument, removeDocument, saveDocument, type ReadDocument } from '../documents/edit-document';
import { searchDocuments } from '../documents/search-documents';
import { strictJson, typedOrder, typedQuery } from '../documents/typed-query';
import type { DatabaseAnswer } from '../shared/database';
import { countOf, optionalTextOf, textOf, type ControlRequest, type ControlTable } from './control-action';

const PAGE = 20;
const LARGEST_PAGE = 100;

const readDocumentOf = (request: ControlRequest): ReadDocument => ({
  collection: textOf(request, 'collection'),
  id: strictJson(textOf(request, 'id'), 'the _id'),
  revision: textOf(request, 'revision'),
});

const typedDocument = (request: ControlRequest): string =>
  strictJson(textOf(request, 'text'), 'the document');

function described(database: LocalDatabase): DatabaseAnswer {
  return { collections: database.describe(), warnings: database.warnings().reverse() };
}

/** Collections and their documents: look, search, change, add, delete. Everything is shown as it is stored. */
export function databaseControl(database: LocalDatabase): ControlTable {
  return {
    'GET /control/database': () => described(database),
    'POST /control/database/search': (request) =>
      searchDocuments(database, {
        collection: textOf(request, 'collection'),
        query: typedQuery(optionalTextOf(request, 'query') ?? ''),
        order: typedOrder(optionalTextOf(request, 'order') ?? ''),
        skip: countOf(request, 'skip', { otherwise: 0, atMost: Number.MAX_SAFE_INTEGER }),
        limit: countOf(request, 'limit', { otherwise: PAGE, atMost: LARGEST_PAGE }),
      }),
    'POST /control/database/save': async (request) => {
      await saveDocument(database, readDocumentOf(request), typedDocument(request));
      return { saved: true };
    },
    'POST /control/database/remove': async (request) => {
      await removeDocument(database, readDocumentOf(request));
      return { removed: true };
    },
    'POST /control/database/add': async (request) => {
      const id = await addDocument(database, textOf(request, 'collection'), typedDocument(request));
      return { id: EJSON.stringify(id, { relaxed: false }) };
    },
  };
}
