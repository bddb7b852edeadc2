import { describe, expect, test } from '@jest/globals';
import { parseCommandLine } from '../../../scripts/start/start-options';

const optionsOf = (...words: string[]) => {
  const parsed = parseCommandLine(words);
  if (parsed.kind !== 'run') throw new Error(JSON.stringify(parsed));
  return parsed.options;
};

describe('the options of npm start', () => {
  test('have defaults that need no word', () => {
    expect(optionsOf()).toEqual({
      port: 8910,
      dataDir: '.local',
      reset: false,
      hospitalDir: 'local/hospital',
      now: null,
      quota: null,
    });
  });

  test('are read as written', () => {
    expect(optionsOf('--port', '0', '--memory', '--reset', '--hospital=elsewhere')).toEqual({
      port: 0,
      dataDir: null,
      reset: true,
      hospitalDir: 'elsewhere',
      now: null,
      quota: null,
    });
  });

  test("take the time as China's, wherever the machine is", () => {
    expect(optionsOf('--now', '2026-03-10T08:00').now).toBe(Date.UTC(2026, 2, 10, 0, 0));
  });

  test('name a plan, or its operations per second', () => {
    expect(optionsOf('--quota', '100').quota).toBe('100');
    expect(optionsOf('--quota=free').quota).toBe('free');
  });

  test('can be asked for', () => {
    expect(parseCommandLine(['--help'])).toEqual({ kind: 'help' });
  });

  test.each([
    [['--prot', '1'], "Unknown option '--prot'"],
    [['extra'], "Unexpected argument 'extra'"],
    [['--port', '99999'], '--port must be a number up to 65535'],
    [['--port', 'x'], '--port must be a number'],
    [['--now', '2026-02-30T08:00'], '--now must look like'],
    [['--now', 'tomorrow'], '--now must look like'],
    [['--data', ''], '--data needs a folder'],
    [['--data', 'x', '--memory'], '--memory keeps nothing'],
    [['--quota', '0'], '--quota: a quota is a number of operations per second above 0'],
    [['--quota', 'enormous'], 'or one of unlimited, free'],
    [['--data'], '--data'],
  ])('are refused in one line: %j', (words, reason) => {
    const parsed = parseCommandLine(words);
    expect(parsed.kind).toBe('wrong');
    if (parsed.kind !== 'wrong') return;
    expect(parsed.reason).toContain(reason);
    expect(parsed.reason).not.toContain('\n');
  });
});
