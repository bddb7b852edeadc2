import type { Mutation } from '../mutation';

/** Indexes and what they refuse. */
export const INDEXES_MUTATIONS: readonly Mutation[] = [
  {
    file: 'database/transactions/plain-session.ts',
    find: '(holder) => holder.id !== id',
    replace: `(holder) => holder.id === ''`,
    expectFailing: [
      'a second document with a unique key is refused by the name of the index',
      'of several documents added at once those before the refused one stay',
      'of twenty adds of one key at the same time exactly one succeeds',
    ],
  },
  {
    file: 'database/store/unique.ts',
    find: 'for (const entry of entryMove(change, index).added) yield [index, entry];',
    replace:
      'for (const entry of entryMove(change, index).added) if (!entry.values.includes(null)) yield [index, entry];',
    expectFailing: ['a missing unique field counts as null, so there is room for one'],
  },
  {
    file: 'database/values/key.ts',
    find: `[Kind.Date]: 'J'`,
    replace: `[Kind.Date]: 'C'`,
    expectFailing: ['keys of different types do not collide'],
  },
  {
    file: 'database/transactions/plain-session.ts',
    find: 'if (after === undefined) return;',
    replace: 'if (after === undefined || before !== undefined) return;',
    expectFailing: ['an update and a set that would repeat a unique key are refused'],
  },
  {
    file: 'database/store/document-store.ts',
    find: 'for (const { key } of removed) this.storage.removeEntry(index.id, key, sequence);',
    replace: 'void removed;',
    expectFailing: ['a key is free again after its document changed or went'],
  },
  {
    file: 'database/store/index-keys.ts',
    find: 'isList(value) ? value : [value ?? null]',
    replace: '[value ?? null]',
    expectFailing: ['each element of an array is a key of its own', 'indexes hold after a restart'],
  },
  {
    file: 'database/store/index-keys.ts',
    find: 'const root = sharedArray(document, paths);',
    replace: 'const root = paths.length > 9 ? sharedArray(document, paths) : undefined;',
    expectFailing: ['a compound key over one array pairs the fields of each element'],
  },
  {
    file: 'database/transactions/plain-session.ts',
    find: '      this.checkUnique(change);\n',
    replace: '      if (change !== changes[0]) this.checkUnique(change);\n',
    expectFailing: ['a second document with the same _id is refused'],
  },
  {
    file: 'database/actions/insert-document.ts',
    find: 'context.session.write(changes);',
    replace: 'for (const change of [...changes].reverse()) context.session.write([change]);',
    expectFailing: ['add of several documents keeps their order'],
  },
  {
    file: 'database/query/plan.ts',
    find: `upper.inclusive ? AFTER_PREFIX : ''`,
    replace: `''`,
    expectFailing: ['a compound index answers equality, ranges and alternatives as a scan would'],
  },
  {
    file: 'database/query/plan.ts',
    find: 'const ranges = prefixes.map((prefix) => ({ from: prefix + bounds.from, to: prefix + bounds.to }));',
    replace: 'const ranges = [{ from: bounds.from, to: bounds.from }];',
    expectFailing: ['a compound index answers equality, ranges and alternatives as a scan would'],
  },
  {
    file: 'database/store/install-indexes.ts',
    find: '!missing.delete(row.definition)) storage.dropIndex(row.id)',
    replace: 'missing.delete(row.definition)) storage.dropIndex(row.id)',
    expectFailing: ['indexes hold after a restart'],
  },
];
