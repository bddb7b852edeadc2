import { describe, expect, test } from '@jest/globals';
import {
  maskDigits,
  maskIdentityNumber,
  maskName,
  maskOutpatientNumber,
  maskPhone,
} from '@core/domain/identity/mask';

describe('a mask', () => {
  test.each([
    ['王小明', '王*明'],
    ['李四', '李*'],
    ['阿依·努尔', '阿***尔'],
    ['𠮷野家', '𠮷*家'],
    ['王', '王*'],
    ['', '*'],
  ])('shows of the name %p only %p', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });

  test('shows of numbers only their ends', () => {
    expect(maskPhone('19900000101')).toBe('199****0101');
    expect(maskIdentityNumber('990020197003030210')).toBe('9****************0');
    expect(maskOutpatientNumber('SW000417')).toBe('SW****17');
  });

  test('hides a number altogether that is too short to have ends', () => {
    expect(maskDigits('1234', { head: 2, tail: 2 })).toBe('****');
    expect(maskDigits('12345', { head: 2, tail: 0 })).toBe('12***');
    expect(maskPhone('1234567')).toBe('*******');
  });
});
