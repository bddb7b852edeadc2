import type { Check } from '../check';
import { refusing, updating } from '../expect';

const MANUAL = 'MongoDB manual, field update operators';

/** Update operators on fields and numbers. */
export const FIELD_UPDATE_CHECKS: Check[] = [
  {
    name: 'set replaces a whole nested value',
    source: 'WeChat Command.set',
    run: (env) =>
      updating(env, { from: { a: { b: 1, c: 2 } }, by: { a: env._.set({ d: 3 }) }, to: { a: { d: 3 } } }),
  },
  {
    name: 'a dot path creates the objects on its way',
    source: MANUAL,
    run: (env) => updating(env, { from: { x: 1 }, by: { 'a.b.c': 1 }, to: { x: 1, a: { b: { c: 1 } } } }),
  },
  {
    name: 'a dot path sets an element of an array and fills the gap with null',
    source: MANUAL,
    run: (env) =>
      updating(env, { from: { a: [1] }, by: { 'a.0': 5, 'a.3': 9 }, to: { a: [5, null, null, 9] } }),
  },
  {
    name: 'a dot path through a text or null is refused',
    source: 'MongoDB: Cannot create field in element',
    async run(env) {
      await refusing(env, {
        from: { a: 'x' },
        by: { 'a.b': 1 },
        text: `Cannot create field 'b' in element {a: "x"}`,
      });
      await refusing(env, {
        from: { a: null },
        by: { 'a.b': 1 },
        text: `Cannot create field 'b' in element {a: null}`,
      });
      await refusing(env, {
        from: { a: [1] },
        by: { 'a.b': 1 },
        text: `Cannot create field 'b' in element {a: [ 1 ]}`,
      });
    },
  },
  {
    name: 'remove takes a field away, a missing one without complaint',
    source: MANUAL,
    run: (env) =>
      updating(env, {
        from: { a: 1, b: { c: 1, d: 2 }, l: [1, 2] },
        by: { a: env._.remove(), 'b.c': env._.remove(), 'x.y': env._.remove(), 'l.0': env._.remove() },
        to: { b: { d: 2 }, l: [null, 2] },
      }),
  },
  {
    name: 'inc adds, and starts a missing field',
    source: MANUAL,
    run: (env) =>
      updating(env, { from: { n: 5 }, by: { n: env._.inc(-7), m: env._.inc(2) }, to: { n: -2, m: 2 } }),
  },
  {
    name: 'inc of a text or null is refused and changes nothing',
    source: 'MongoDB: Cannot apply $inc to a value of non-numeric type',
    async run(env) {
      const text = `Cannot apply $inc to a value of non-numeric type. {_id: "one"} has the field 'n' of non-numeric type`;
      await refusing(env, { from: { n: 'x' }, by: { n: env._.inc(1) }, text: `${text} string` });
      await refusing(env, { from: { n: null }, by: { n: env._.inc(1) }, text: `${text} null` });
    },
  },
  {
    name: 'mul multiplies, and a missing field becomes 0',
    source: MANUAL,
    run: (env) =>
      updating(env, { from: { n: 5 }, by: { n: env._.mul(3), m: env._.mul(3) }, to: { n: 15, m: 0 } }),
  },
  {
    name: 'mul of a text is refused',
    source: 'MongoDB: Cannot apply $mul to a value of non-numeric type',
    run: (env) => refusing(env, { from: { n: 'x' }, by: { n: env._.mul(2) }, text: 'Cannot apply $mul' }),
  },
  {
    name: 'min keeps the smaller value, in the order of types, and sets a missing field',
    source: MANUAL,
    run: (env) =>
      updating(env, {
        from: { a: 5, b: 5, d: 5, e: null },
        by: { a: env._.min(3), b: env._.min(9), c: env._.min(1), d: env._.min('x'), e: env._.min(1) },
        to: { a: 3, b: 5, d: 5, e: null, c: 1 },
      }),
  },
  {
    name: 'max keeps the larger value and compares dates',
    source: MANUAL,
    run: (env) =>
      updating(env, {
        from: { a: 5, b: 5, at: new Date(2000) },
        by: { a: env._.max(3), b: env._.max(9), at: env._.max(new Date(3000)) },
        to: { a: 5, b: 9, at: new Date(3000) },
      }),
  },
  {
    name: 'rename moves a value over an existing one, and a missing field changes nothing',
    source: MANUAL,
    run: (env) =>
      updating(env, {
        from: { a: 1, b: 2 },
        by: { a: env._.rename('b'), x: env._.rename('y') },
        to: { b: 1 },
      }),
  },
  {
    name: 'rename onto itself is refused',
    source: 'MongoDB: The source and target field for $rename must differ',
    run: (env) => refusing(env, { from: { a: 1 }, by: { a: env._.rename('a') }, text: 'must differ' }),
  },
  {
    name: 'bit combines whole numbers and refuses others',
    source: MANUAL,
    async run(env) {
      await updating(env, { from: { n: 13 }, by: { n: env._.bit({ and: 10 }) }, to: { n: 8 } });
      await updating(env, { from: { n: 3 }, by: { n: env._.bit({ or: 4 }) }, to: { n: 7 } });
      await refusing(env, { from: { n: 1.5 }, by: { n: env._.bit({ xor: 1 }) }, text: 'Cannot apply $bit' });
    },
  },
  {
    name: 'two changes of one place are refused',
    source: 'MongoDB: would create a conflict',
    async run(env) {
      await refusing(env, {
        from: { a: { b: 1 } },
        by: { a: env._.set({}), 'a.b': 2 },
        text: `Updating the path 'a.b' would create a conflict at 'a'`,
      });
      await refusing(env, {
        from: { a: 1 },
        by: { a: 2, b: env._.rename('a') },
        text: 'would create a conflict',
      });
    },
  },
  {
    name: 'the _id cannot change',
    source: 'MongoDB: immutable field _id',
    needs: 'local',
    run: async ({ raw, plain }) => {
      await plain.add({ data: { _id: 'x' } });
      const answer = await raw('database.modifyDocument', {
        ...{
          collectionName: 'plain',
          queryType: 'DOC',
          query: '{"_id":"x"}',
          merge: true,
          multi: false,
          upsert: false,
        },
        data: '{"$set":{"_id":"y"}}',
      });
      if (!String(answer['message']).includes(`immutable field '_id'`))
        throw new Error(JSON.stringify(answer));
    },
  },
  {
    name: 'a modifier MongoDB does not know is refused',
    source: 'MongoDB: Unknown modifier',
    needs: 'local',
    run: async ({ raw, plain }) => {
      await plain.add({ data: { _id: 'x' } });
      const answer = await raw('database.modifyDocument', {
        ...{
          collectionName: 'plain',
          queryType: 'DOC',
          query: '{"_id":"x"}',
          merge: true,
          multi: false,
          upsert: false,
        },
        data: '{"$where":{"a":1}}',
      });
      if (!String(answer['message']).startsWith('Unknown modifier: $where'))
        throw new Error(JSON.stringify(answer));
    },
  },
  {
    name: 'one refused operator undoes the whole update of a document',
    source: 'MongoDB: an update of one document is atomic',
    run: (env) =>
      refusing(env, { from: { a: 1, n: 'x' }, by: { a: 2, n: env._.inc(1) }, text: 'Cannot apply $inc' }),
  },
];
