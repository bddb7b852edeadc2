import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { blindIndex } from '../../../cloudfunctions/_store/blind-index';
import { open, seal, type Sealed } from '../../../cloudfunctions/_store/sealed-field';

const PLACE = { documentId: 'p1', field: 'name' };
const newKeys = (): void => {
  for (const name of ['YILUTONG_FIELD_KEY', 'YILUTONG_INDEX_KEY'])
    process.env[name] = randomBytes(32).toString('base64');
};

beforeAll(newKeys);

describe('a sealed field', () => {
  test.each(['试验人', '19900000101', '', '𠮷野 a·b', 'x'.repeat(5000)])(
    'opens to what was sealed: %p',
    (plain) => {
      const sealed = seal(plain, PLACE);
      expect(open(sealed, PLACE)).toBe(plain);
      if (plain.length > 0) expect(sealed).not.toContain(plain);
    },
  );

  test('is another one each time, so that equal names cannot be told from each other', () => {
    expect(seal('试验人', PLACE)).not.toBe(seal('试验人', PLACE));
  });

  test.each([
    { documentId: 'p2', field: 'name' },
    { documentId: 'p1', field: 'phone' },
    { documentId: 'p1\nname', field: '' },
  ])('does not open in another place: %j', (place) => {
    const sealed = seal('试验人', PLACE);
    expect(() => open(sealed, place)).toThrow();
  });

  test('does not open once any part of it was altered', () => {
    const sealed = seal('试验人', PLACE);
    const parts = sealed.split('.');
    for (let part = 1; part < parts.length; part += 1) {
      const bytes = Buffer.from(parts[part] ?? '', 'base64url');
      for (let at = 0; at < bytes.length; at += 1) {
        const altered = Buffer.from(bytes);
        altered[at] = (altered[at] ?? 0) ^ 1;
        const text = parts
          .map((one, index) => (index === part ? altered.toString('base64url') : one))
          .join('.');
        expect(() => open(text as Sealed, PLACE)).toThrow();
      }
    }
  });

  test.each(['', 'v1', 'v1...', 'v2.a.b.c', '试验人'])('is not %p', (text) => {
    expect(() => open(text as Sealed, PLACE)).toThrow();
  });

  test('does not open with a tag that was cut short', () => {
    const [version, iv, tag = '', text] = seal('试验人', PLACE).split('.');
    const short = Buffer.from(tag, 'base64url').subarray(0, 4).toString('base64url');
    expect(() => open([version, iv, short, text].join('.') as Sealed, PLACE)).toThrow();
  });

  test('does not open with another key', () => {
    const sealed = seal('试验人', PLACE);
    newKeys();
    jest.isolateModules(() => {
      const other = jest.requireActual<{ open: typeof open }>('../../../cloudfunctions/_store/sealed-field');
      expect(() => other.open(sealed, PLACE)).toThrow();
    });
  });
});

describe('a blind index', () => {
  test('is the same for the same text, short, and safe inside an id', () => {
    const index = blindIndex('patient', '990099199001010017');
    expect(blindIndex('patient', '990099199001010017')).toBe(index);
    expect(index).toMatch(/^[a-z2-7]{24}$/);
  });

  test('tells nothing across purposes, texts or keys', () => {
    const index = blindIndex('patient', '990099199001010017');
    const others = [blindIndex('account', '990099199001010017'), blindIndex('patient', '990099199001010018')];
    newKeys();
    jest.isolateModules(() => {
      const other = jest.requireActual<{ blindIndex: typeof blindIndex }>(
        '../../../cloudfunctions/_store/blind-index',
      );
      others.push(other.blindIndex('patient', '990099199001010017'));
    });
    expect(new Set([index, ...others]).size).toBe(4);
  });
});

describe('keys', () => {
  test.each([undefined, '', 'short', randomBytes(31).toString('base64'), randomBytes(33).toString('base64')])(
    'that are %p are none',
    (value) => {
      if (value === undefined) delete process.env['YILUTONG_INDEX_KEY'];
      else process.env['YILUTONG_INDEX_KEY'] = value;
      jest.isolateModules(() => {
        const { requireKeys } = jest.requireActual<{ requireKeys: () => unknown }>(
          '../../../cloudfunctions/_store/keys',
        );
        expect(requireKeys).toThrow('YILUTONG_INDEX_KEY must hold 32 bytes in base64');
      });
      newKeys();
    },
  );
});
