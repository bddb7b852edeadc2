import type { Mutation } from '../mutation';

/** Update operators. */
export const UPDATES_MUTATIONS: readonly Mutation[] = [
  {
    file: 'database/update/field-operators.ts',
    find: 'makeTarget(draft, path).set(operand)',
    replace: `{ const target = makeTarget(draft, path); target.set(typeof target.value === 'object' && target.value?.constructor === Object ? { ...(target.value as object), ...(operand as object) } : operand); }`,
    expectFailing: ['set replaces a whole nested value'],
  },
  {
    file: 'database/update/target.ts',
    find: 'if (here.value === undefined) here.set({});',
    replace: '',
    expectFailing: [
      'a dot path creates the objects on its way',
      'serverDate is the clock of the cloud plus its offset',
    ],
  },
  {
    file: 'database/update/target.ts',
    find: 'list[at] = value;',
    replace: 'list.push(value);',
    expectFailing: ['a dot path sets an element of an array and fills the gap with null'],
  },
  {
    file: 'database/update/target.ts',
    find: 'if (!isContainer(inner)) throw blocked(',
    replace: 'if (!isContainer(inner)) return here; if (inner === draft.root) throw blocked(',
    expectFailing: ['a dot path through a text or null is refused'],
  },
  {
    file: 'database/update/target.ts',
    find: 'if (isList(this.parent)) this.parent[Number(this.name)] = null;',
    replace: 'if (isList(this.parent)) this.parent.splice(Number(this.name), 1);',
    expectFailing: ['remove takes a field away, a missing one without complaint'],
  },
  {
    file: 'database/update/number-operators.ts',
    find: 'current + by',
    replace: 'current - by',
    expectFailing: [
      'a plain write waits for the transaction that holds the document',
      'inc adds, and starts a missing field',
    ],
  },
  {
    file: 'database/update/number-operators.ts',
    find: `if (typeof value === 'number') return value;`,
    replace: 'return Number(value) || 0;',
    expectFailing: [
      'inc of a text or null is refused and changes nothing',
      'mul of a text is refused',
      'one refused operator undoes the whole update of a document',
    ],
  },
  {
    file: 'database/update/number-operators.ts',
    find: `target.value === undefined && name === '$inc' ? operand`,
    replace: 'target.value === undefined ? operand',
    expectFailing: ['mul multiplies, and a missing field becomes 0'],
  },
  {
    file: 'database/update/field-operators.ts',
    find: '$min: bound(-1)',
    replace: '$min: bound(1)',
    expectFailing: ['min keeps the smaller value, in the order of types, and sets a missing field'],
  },
  {
    file: 'database/update/field-operators.ts',
    find: '$max: bound(1)',
    replace: '$max: bound(-1)',
    expectFailing: ['max keeps the larger value and compares dates'],
  },
  {
    file: 'database/update/field-operators.ts',
    find: 'source.unset();',
    replace: '',
    expectFailing: ['rename moves a value over an existing one, and a missing field changes nothing'],
  },
  {
    file: 'database/update/field-operators.ts',
    find: 'if (operand === path) {',
    replace: `if (operand === '') {`,
    expectFailing: ['rename onto itself is refused'],
  },
  {
    file: 'database/update/number-operators.ts',
    find: 'current & by',
    replace: 'current | by',
    expectFailing: ['bit combines whole numbers and refuses others'],
  },
  {
    file: 'database/update/number-operators.ts',
    find: `if (typeof value === 'number' && Number.isSafeInteger(value)) return BigInt(value);`,
    replace: 'return BigInt(Math.trunc(Number(value)));',
    expectFailing: ['bit combines whole numbers and refuses others'],
  },
  {
    file: 'database/update/apply-update.ts',
    find: 'if (conflict !== undefined) {',
    replace: `if (conflict === '') {`,
    expectFailing: ['two changes of one place are refused'],
  },
  {
    file: 'database/update/apply-update.ts',
    find: `if (root['_id'] !== document['_id'] && !equalValues(root['_id'], document['_id'])) {`,
    replace: `if (root['_id'] === undefined) {`,
    expectFailing: ['the _id cannot change'],
  },
  {
    file: 'database/update/apply-update.ts',
    find: 'Unknown modifier: ',
    replace: 'Strange: ',
    expectFailing: ['a modifier MongoDB does not know is refused'],
  },
  {
    file: 'database/update/draft.ts',
    find: 'this.root = { ...document };',
    replace: 'this.root = document as MutableDocument;',
    expectFailing: ['the _id cannot change'],
  },
  {
    file: 'database/update/grow-operators.ts',
    find: 'list.splice(position ?? list.length, 0, ...each);',
    replace: 'list.splice(position ?? list.length, 0, each);',
    expectFailing: ['push appends one value, several, or starts a missing array'],
  },
  {
    file: 'database/update/grow-operators.ts',
    find: 'position ?? list.length',
    replace: 'list.length',
    expectFailing: [
      'push puts values at a position, also counted from the end',
      'unshift puts values in front, in their order',
    ],
  },
  {
    file: 'database/update/grow-operators.ts',
    find: 'if (sort !== undefined) list',
    replace: 'if (sort === null) list',
    expectFailing: ['push keeps a slice from either end, after sorting', 'push sorts by value or by field'],
  },
  {
    file: 'database/update/grow-operators.ts',
    find: 'slice < 0 ? list.slice(slice) : list.slice(0, slice)',
    replace: 'list.slice(0, Math.abs(slice))',
    expectFailing: ['push keeps a slice from either end, after sorting'],
  },
  {
    file: 'database/update/grow-operators.ts',
    find: "`The field '${path}' must be an array but is of type",
    replace: "`The field '${path}' is of type",
    expectFailing: ['push on what is no array is refused'],
  },
  {
    file: 'database/update/shrink-operators.ts',
    find: 'operand === 1 ? list.slice(0, -1) : list.slice(1)',
    replace: 'operand === -1 ? list.slice(0, -1) : list.slice(1)',
    expectFailing: ['pop takes the last and shift the first element'],
  },
  {
    file: 'database/update/shrink-operators.ts',
    find: 'contains an element of non-array type',
    replace: 'is no list',
    expectFailing: ['pop on what is no array is refused'],
  },
  {
    file: 'database/update/shrink-operators.ts',
    find: '(value) => !drop(value)',
    replace: '() => true',
    expectFailing: ['pull removes equal values and those that meet a condition'],
  },
  {
    file: 'database/update/shrink-operators.ts',
    find: 'operand instanceof RegExp || hasOperators(operand)',
    replace: 'operand instanceof RegExp',
    expectFailing: ['pull removes equal values and those that meet a condition'],
  },
  {
    file: 'database/update/shrink-operators.ts',
    find: "if (!isList(list)) throw requestFailed(`${rule.blame} '${typeName(list)}'`);",
    replace: 'if (!isList(list)) return;',
    expectFailing: ['pull on what is no array is refused'],
  },
  {
    file: 'database/update/shrink-operators.ts',
    find: '!operand.some((unwanted)',
    replace: '!operand.every((unwanted)',
    expectFailing: ['pullAll removes each of the values and takes no conditions'],
  },
  {
    file: 'database/update/grow-operators.ts',
    find: 'if (!list.some((present) => equalValues(present, value))) list',
    replace: 'if (list.length >= 0) list',
    expectFailing: ['addToSet adds only what is not there'],
  },
  {
    file: 'database/update/grow-operators.ts',
    find: 'Cannot apply $addToSet to non-array field.',
    replace: 'No.',
    expectFailing: ['addToSet on what is no array is refused'],
  },
];
