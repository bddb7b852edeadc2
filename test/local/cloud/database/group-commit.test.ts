import { describe, expect, test } from '@jest/globals';
import type { Storage } from '../../../../local/cloud/database/storage/port';
import { openLibsqlStorage } from '../../../../local/cloud/database/storage/libsql-storage';
import { GroupCommit } from '../../../../local/cloud/database/store/group-commit';

/** A real store whose commits fail while `full` says so, as on a full disk. */
function fallible(gathers = true): {
  storage: Storage;
  disk: { full: boolean };
  forgotten: string[];
  commit: GroupCommit;
} {
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
  return {
    storage,
    disk,
    forgotten,
    commit: new GroupCommit(storage, () => forgotten.push('forgotten'), gathers),
  };
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

describe('without group commit', () => {
  test('each write is committed before it returns', () => {
    const { storage, commit } = fallible(false);
    for (const id of ['a', 'b', 'c']) commit.write(() => storage.putRecord('kind', id, '1'));
    expect(commit.commits).toBe(3);
    storage.close();
  });

  test('a write that cannot be committed is refused to its writer alone', async () => {
    const { storage, disk, commit } = fallible(false);
    const write = (id: string) => commit.write(() => storage.putRecord('kind', id, '1'));
    write('a');
    disk.full = true;
    expect(() => write('b')).toThrow('database or disk is full');
    disk.full = false;
    write('c');
    await commit.settled();
    expect(storage.records('kind').map((record) => record.id)).toEqual(['a', 'c']);
    storage.close();
  });
});
