import { describe, expect, test } from '@jest/globals';
import type { Storage } from '../../../../local/cloud/database/storage/port';
import { openLibsqlStorage } from '../../../../local/cloud/database/storage/libsql-storage';
import { GroupCommit } from '../../../../local/cloud/database/store/group-commit';

/** A real store whose commits fail while `full` says so, as on a full disk. */
function fallible(): { storage: Storage; disk: { full: boolean }; forgotten: string[]; commit: GroupCommit } {
  const real = openLibsqlStorage(':memory:');
  const disk = { full: false };
  const storage: Storage = {
    ...real,
    commit: () => {
      if (disk.full) throw new Error('database or disk is full');
      real.commit();
    },
  };
  const forgotten: string[] = [];
  return { storage, disk, forgotten, commit: new GroupCommit(storage, () => forgotten.push('forgotten')) };
}

describe('a batch', () => {
  test('that cannot be committed refuses everyone in it, is undone, and the next one works', async () => {
    const { storage, disk, forgotten, commit } = fallible();
    disk.full = true;
    const write = (id: string) => {
      commit.write(() => storage.putRecord('kind', id, '1'));
      return commit.settled();
    };
    const outcomes = await Promise.allSettled([write('a'), write('b')]);
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['rejected', 'rejected']);
    expect(forgotten).toEqual(['forgotten']);
    disk.full = false;
    await write('c');
    expect(storage.records('kind').map((record) => record.id)).toEqual(['c']);
    storage.close();
  });

  test('is undone as a whole when one write of it fails in the store', async () => {
    const { storage, commit } = fallible();
    commit.write(() => storage.putRecord('kind', 'a', '1'));
    const first = commit.settled();
    expect(() =>
      commit.write(() => {
        throw new Error('disk I/O error');
      }),
    ).toThrow('disk I/O error');
    await expect(first).rejects.toMatchObject({ code: 'SYS_ERR' });
    expect(storage.records('kind')).toEqual([]);
    storage.close();
  });

  test('settles at once when nothing is pending', async () => {
    const { storage, commit } = fallible();
    await commit.settled();
    commit.flush();
    expect(commit.commits).toBe(0);
    storage.close();
  });
});
