/** Values that stand for each wrong type. */
const ODD: readonly unknown[] = [null, 7, -1, 1.5, true, [], {}, '', { $ne: null }, [[]]];

/** A body for each wrong value of one field, the others being right. */
const each = (field: string, right: Record<string, unknown>, odd: readonly unknown[] = ODD): unknown[] =>
  odd.map((value) => ({ ...right, [field]: value }));

const without = (odd: (value: unknown) => boolean): unknown[] => ODD.filter((value) => !odd(value));
const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isNumber = (value: unknown): boolean => typeof value === 'number';

/** JSON objects that mean nothing to the address: it refuses each of them and does nothing. */
export const WRONG_BODIES: Readonly<Record<string, readonly unknown[]>> = {
  'POST /invoke': [
    {},
    ...each('name', { data: {} }),
    ...each('data', { name: 'whoami' }, without(isObject)),
    { name: '../whoami' },
    { name: '__proto__' },
    { name: 'x'.repeat(100_000) },
  ],
  'POST /phone-code': [],
  'POST /scan': [],
  'POST /subscribe/ask': [{}, ...each('tmplIds', {})],
  'POST /subscribe': [{}, ...each('tmplIds', { choices: {} })],
  'POST /subscribe/settings': [],
  'POST /subscribe/received': [],
  'POST /pay/choose': [
    {},
    ...each('package', { choice: 'pay' }),
    ...each('choice', { package: 'prepay_id=none' }),
    { package: 'prepay_id=none', choice: 'pay' },
    { package: '__proto__', choice: 'toString' },
  ],
  'POST /control/database/search': [
    {},
    ...each('collection', { query: '' }),
    ...each('query', { collection: 'notes' }, [7, [], {}, true]),
    { collection: 'nowhere' },
    { collection: 'notes', query: '{' },
    { collection: 'notes', query: '{"a":{"$unheard":1}}' },
    { collection: 'notes', query: '{"a":'.repeat(100_000) },
    ...each('limit', { collection: 'notes' }, [-1, 1.5, '7', 1e9, {}]),
  ],
  'POST /control/database/save': [
    {},
    ...each('collection', { id: '"kept"', revision: 'r', text: '{}' }),
    { collection: 'notes', id: '"kept"', revision: 'not this one', text: '{"n":2}' },
  ],
  'POST /control/database/remove': [
    {},
    ...each('id', { collection: 'notes', revision: 'r' }),
    { collection: 'notes', id: '"kept"', revision: 'not this one' },
  ],
  'POST /control/database/add': [
    {},
    ...each('text', { collection: 'notes' }),
    { collection: 'notes', text: '[]' },
    { collection: 'notes', text: '{"a":{"$date":"never"}}' },
    { collection: 'notes', text: `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}` },
    { collection: 'nowhere', text: '{}' },
  ],
  'POST /control/invoke': [{}, ...each('name', {}), { name: 'open', data: [] }, { name: 'open', data: 'x' }],
  'POST /control/recording/start': [],
  'POST /control/recording/stop': [],
  'POST /control/pay/choose': [
    {},
    ...each('outTradeNo', { choice: 'pay' }),
    ...each('choice', { outTradeNo: 'none' }),
  ],
  'POST /control/pay/release': [],
  'POST /control/pay/repeat': [{}, ...each('outTradeNo', {})],
  'POST /control/pay/forge': [{}, ...each('outTradeNo', {})],
  'POST /control/pay/callbacks/deliver': [{}, ...each('id', {}), { id: 'none' }],
  'POST /control/pay/callbacks/repeat': [{}, ...each('id', {}), { id: 'none' }],
  'POST /control/pay/callbacks/delay': [{}, ...each('ms', { id: 'none' }), { id: 'none', ms: 5 }],
  'POST /control/pay/callbacks/drop': [{}, ...each('id', {}), { id: 'none' }],
  'POST /control/timers/run': [{}, ...each('name', {}), { name: 'none' }],
  'POST /control/tasks/run': [{}, ...each('id', {}), { id: 'none' }],
  'POST /control/quota': [
    {},
    ...each(
      'choice',
      {},
      without((value) => value === 7),
    ),
    { choice: 'none' },
  ],
  'POST /control/clock/set': [{}, ...each('now', {}, without(isNumber)), { now: 1e300 }],
  'POST /control/clock/advance': [{}, ...each('ms', {}, without(isNumber)), { ms: 1e300 }],
  'POST /control/faults': [
    {},
    ...each('name', {}),
    { name: 'toString' },
    ...each('ms', { name: 'slow', ms: 5 }, ['5', {}, []]),
    ...each('times', { name: 'slow', ms: 5 }, ['5', -1, 0, 1.5, {}]),
    ...each('match', { name: 'slow', ms: 5 }, [7, 'x', { action: 7 }, { unheard: 'x' }]),
    ...each('nth', { name: 'slow', ms: 5 }, ['5', -1, 0, 1.5, {}]),
    ...each('probability', { name: 'slow', ms: 5 }, ['1', -1, 2, {}]),
  ],
  'POST /control/faults/withdraw': [{}, ...each('number', {}, without(isNumber)), { number: 1 }],
  'POST /control/faults/clear': [],
  'POST /control/faults/seed': [{}, ...each('seed', {}, without(isNumber)), { seed: 0.5 }],
  'POST /control/faults/follow': [
    {},
    ...each('seed', {}, without(isNumber)),
    { seed: 0.5 },
    ...['faults', 'span', 'times', 'ms'].flatMap((bound) =>
      each(bound, { seed: 1 }, ['5', -1, 1.5, 1e9, {}]),
    ),
  ],
  'POST /control/login': [{}, ...each('openid', {}), { openid: '123' }, { openid: '__proto__\u0000' }],
};

/** Texts that are no JSON object, or too much of one. */
export const BAD_TEXTS: Readonly<Record<string, string>> = {
  nothing: '',
  'half an object': '{"action":',
  'a list': '[]',
  'a text': '"text"',
  null: 'null',
  'a number': '7',
  'a comment': '{/* */}',
  'a lone quote': '"',
  'a hundred thousand lists': '['.repeat(100_000),
  'a hundred thousand lists that end': '['.repeat(100_000) + ']'.repeat(100_000),
  'a hundred thousand objects': `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`,
  'ten megabytes': JSON.stringify({ action: 'x'.repeat(10 * 1024 * 1024) }),
};
