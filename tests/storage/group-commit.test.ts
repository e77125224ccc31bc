import { DatabaseSync } from 'node:sqlite';
import { groupCommit } from '../../src/storage/sqlite/group-commit.ts';

let db: DatabaseSync;
beforeEach(() => {
  db = new DatabaseSync(':memory:');
  db.exec(`CREATE TABLE parents (id INTEGER PRIMARY KEY);
    CREATE TABLE children (parent INTEGER REFERENCES parents (id) DEFERRABLE INITIALLY DEFERRED)`);
});
afterEach(() => db.close());

const parents = () =>
  db
    .prepare('SELECT id FROM parents ORDER BY id')
    .all()
    .map((row) => row.id);
const insert = (id: number) => () => {
  db.exec(`INSERT INTO parents VALUES (${id})`);
  return id;
};

/** Counts the transactions that began, through a view of the database that notes what it is told. */
function noted(told: string[]): DatabaseSync {
  return new Proxy(db, {
    get(target, name) {
      if (name !== 'exec') return Reflect.get(target, name, target);
      return (sql: string) => {
        told.push(sql);
        target.exec(sql);
      };
    },
  });
}

it('writes what arrives in one turn in one transaction', async () => {
  const told: string[] = [];
  const { write } = groupCommit(noted(told), 'here');
  expect(await Promise.all([write(insert(1)), write(insert(2)), write(insert(3))])).toEqual([1, 2, 3]);
  await write(insert(4));
  expect(told.filter((sql) => sql === 'BEGIN IMMEDIATE')).toHaveLength(2);
  expect(told.filter((sql) => sql === 'COMMIT')).toHaveLength(2);
  expect(parents()).toEqual([1, 2, 3, 4]);
});

it('takes back only the part that fails', async () => {
  const { write } = groupCommit(db, 'here');
  const bad = write(() => {
    insert(2)();
    throw new Error('refused');
  });
  const results = await Promise.allSettled([write(insert(1)), bad, write(insert(3))]);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(parents()).toEqual([1, 3]);
});

it('acknowledges nobody when the commit itself fails, and goes on afterwards', async () => {
  const { write } = groupCommit(db, 'here');
  const orphan = write(() => db.exec('INSERT INTO children VALUES (99)'));
  const results = await Promise.allSettled([write(insert(1)), orphan]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(parents()).toEqual([]);
  expect(db.isTransaction).toBe(false);
  await write(insert(2));
  expect(parents()).toEqual([2]);
});

it('acknowledges nobody when the transaction is lost half-way', async () => {
  const { write } = groupCommit(db, 'here');
  const lost = write(() => {
    db.exec('ROLLBACK');
    throw new Error('lost');
  });
  const results = await Promise.allSettled([write(insert(1)), lost, write(insert(3))]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(parents()).toEqual([]);
});

it('answers everybody before it has drained', async () => {
  const { write, drain } = groupCommit(db, 'here');
  const answered: string[] = [];
  const writing = write(insert(1)).then(() => answered.push('written'));
  await drain().then(() => answered.push('drained'));
  await writing;
  expect(answered).toEqual(['written', 'drained']);
  await expect(write(insert(2))).rejects.toThrow('closed');
  await drain();
});
