import { describe, expect, test } from '@jest/globals';
import { fieldFault } from '../../../../local/cloud/messages/field-rules';

/** Values that WeChat's table allows and refuses, by kind of field. */
const table: [key: string, fitting: unknown[], refused: unknown[]][] = [
  ['thing1', ['一'.repeat(20), '😀'.repeat(20), 'a b'], ['一'.repeat(21), {}, true]],
  ['number1', ['0', '12.50', 7, '1'.repeat(32)], ['1'.repeat(33), '1.', '１', '1e3']],
  ['letter1', ['abc'], ['a b', '字', 'a'.repeat(33)]],
  ['symbol1', ['¥', '!?', '！'], ['a', '!!!!!!']],
  ['character_string1', ['A-012 #3'], ['编号', 'a'.repeat(33)]],
  [
    'time1',
    ['15:01', '2019年10月1日 15:01', '9:00~10:30', '2026-01-05 09:00:00'],
    ['9点', '15', '2026-01-05'],
  ],
  [
    'date1',
    ['2019年10月1日', '2019年10月1日 15:01', '2026/1/5', '2026年1月5日~2026年1月7日'],
    ['15:01', '10月1日'],
  ],
  ['amount1', ['¥25.00', '25元', '$3', '1234567890'], ['12345678901', '¥¥1', '二元']],
  ['phone_number1', ['+86-0766-66888866', '19900000001'], ['1'.repeat(18), '电话']],
  ['car_number1', ['粤A8Z888挂', '沪A12345'], ['粤A8Z888888', '粤A 888']],
  ['name1', ['张三', '一二三四五六七八九十', 'Ann Lee', 'a'.repeat(20), '欧阳Ann'], ['a'.repeat(21), '张3']],
  ['phrase1', ['配送中', '请'], ['已到 A', '一二三四五六', 'ok']],
];

describe('the values of a message', () => {
  test.each(table)('%s', (key, fitting, refused) => {
    expect(fitting.filter((value) => fieldFault({ key }, value) !== undefined)).toEqual([]);
    expect(refused.filter((value) => fieldFault({ key }, value) !== 'invalid')).toEqual([]);
    expect([undefined, ''].map((value) => fieldFault({ key }, value))).toEqual(['is empty', 'is empty']);
  });

  test('an enumeration takes its own values only', () => {
    const field = { key: 'enum1', values: ['待支付'] };
    expect(fieldFault(field, '待支付')).toBeUndefined();
    expect(fieldFault(field, '已支付')).toBe('invalid');
  });
});
