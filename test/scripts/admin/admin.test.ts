import { describe, expect, test } from '@jest/globals';
import { parseAdminLine } from '../../../scripts/admin/admin-line';
import { runAdmin } from '../../../scripts/admin/run-admin';

const command = (...words: string[]) => {
  const parsed = parseAdminLine(words);
  if (parsed.kind !== 'run') throw new Error(parsed.kind);
  return parsed.command;
};

describe('the command line of an operator', () => {
  test('reads a role, a doctor with the doctor’s id, and where the cloud runs', () => {
    expect(command('grant', 'nurse', '--label', '护士站')).toEqual({
      kind: 'grant',
      role: 'nurse',
      practitionerId: null,
      label: '护士站',
    });
    expect(command('grant', 'doctor', '--practitioner', 'dr-lin')).toMatchObject({
      practitionerId: 'dr-lin',
    });
    expect(parseAdminLine(['roles', '--url', 'http://127.0.0.1:8926'])).toMatchObject({
      url: 'http://127.0.0.1:8926',
    });
  });

  test.each([
    ['grant'],
    ['grant', 'king'],
    ['grant', 'doctor'],
    ['grant', 'nurse', '--practitioner', 'dr-lin'],
    ['revoke'],
    ['report', 'file.json', '--desk', 'kitchen'],
    ['dance'],
    ['roles', 'again'],
  ])('does not take "%s %s"', (...words) => {
    expect(parseAdminLine(words.filter((word) => typeof word === 'string')).kind).toBe('wrong');
  });

  test('prints the code once and how to take the role back', async () => {
    const asked: unknown[] = [];
    const run = (name: string, data: object) => {
      asked.push([name, data]);
      return Promise.resolve({ ok: true, value: { grantId: 'g1', code: 'ABCDE23456', expiresAt: 0 } });
    };
    const { lines, ok } = await runAdmin(command('grant', 'window'), run);
    expect(asked).toEqual([
      ['identity-issue-role-code', { role: 'window', practitionerId: null, label: 'window' }],
    ]);
    expect(ok).toBe(true);
    expect(lines.join('\n')).toMatch(/ABCDE23456[\s\S]*revoke g1/);
  });

  test.each([
    [{ state: 'accepted', reportId: 'r1' }, true],
    [{ state: 'known', reportId: 'r1' }, true],
    [{ state: 'quarantined', fileId: 'q1', reasons: [{ code: 'NOT_JSON', at: null }] }, false],
  ])('prints what became of a report; one that was kept aside is no success: %j', async (value, ok) => {
    const answer = await runAdmin(command('report', 'package.json'), () =>
      Promise.resolve({ ok: true, value }),
    );
    expect(answer.ok).toBe(ok);
    expect(answer.lines.join('')).toContain(value.state);
  });

  test('says by its code what the cloud refuses', async () => {
    const refused = { ok: false, error: 'PRACTITIONER_MISMATCH', detail: null };
    const answer = await runAdmin(command('grant', 'doctor', '--practitioner', 'dr-no'), () =>
      Promise.resolve(refused),
    );
    expect(answer).toEqual({ ok: false, lines: ['Refused: PRACTITIONER_MISMATCH'] });
  });
});
