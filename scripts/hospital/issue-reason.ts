import type * as v from 'valibot';

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'must be text',
  number: 'must be a number',
  boolean: 'must be true or false',
  array: 'must be a list',
  Array: 'must be a list',
  Object: 'must be a group of named values',
};

/** What a schema found, in a clerk's words; our own checks word themselves. */
export function reasonOf(issue: v.BaseIssue<unknown>): string {
  if (issue.kind === 'validation') return issue.message;
  if (issue.type === 'strict_object' && issue.expected === 'never') return 'unknown key';
  if (issue.type === 'strict_object' && issue.expected?.startsWith('"') === true) return 'the key is missing';
  if (issue.type === 'picklist' || issue.type === 'literal')
    return `must be one of: ${(issue.expected ?? '').replaceAll(/["()]/g, '').replaceAll(' | ', ', ')}`;
  return EXPECTED[issue.expected ?? ''] ?? issue.message;
}
