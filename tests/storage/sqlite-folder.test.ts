import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openSqliteStore } from '../../src/storage/sqlite/store.ts';
import { recordId } from '../support/records.ts';
import { freshFolder, organisation } from '../support/stores.ts';

const id = recordId(1);
let folder: string;
beforeEach(() => {
  folder = freshFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = (at = folder) => openSqliteStore({ folder: at, organisation });

describe('the folder', () => {
  it('is made when it is missing, for its owner only', async () => {
    const deep = join(folder, 'a', 'b');
    await open(deep).close();
    expect(statSync(deep).mode & 0o077).toBe(0);
  });

  it('is refused when it is a file, saying what, where and the cure', () => {
    const path = join(folder, 'taken');
    writeFileSync(path, '');
    expect(() => open(path)).toThrow(`The data folder "${path}" cannot be used (EEXIST). Set DATA_DIR`);
    expect(() => open(join(path, 'below'))).toThrow('cannot be used (ENOTDIR)');
  });

  it('is refused when a folder stands where the database should be', () => {
    const store = open();
    void store.close();
    const blocked = join(folder, 'blocked');
    openSqliteStore({ folder: join(blocked, 'signpost.db'), organisation });
    expect(() => open(blocked)).toThrow(`The data folder "${blocked}" cannot be used`);
  });

  it('belongs to one store at a time', async () => {
    const first = open();
    expect(() => open()).toThrow('Another process is using the data folder');
    await first.close();
    await open().close();
  });

  it('is free again after a store could not be opened', async () => {
    await open().close();
    expect(() => openSqliteStore({ folder, organisation: 'another' })).toThrow('belongs to the organisation');
    await open().close();
  });

  it('belongs to another process while that lives, and is taken over when it was killed', async () => {
    const module = pathToFileURL(join(import.meta.dirname, '../../src/storage/sqlite/store.ts')).href;
    const script = `const { openSqliteStore } = await import(${JSON.stringify(module)});
      const store = openSqliteStore(${JSON.stringify({ folder, organisation })});
      const head = { id: ${JSON.stringify(id)}, version: 1, status: 'open', tokens: [], body: 'kept' };
      await store.commit({ type: 'write', head, expected: 0, events: [], wakes: [] });
      console.log('saved');
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const exit = once(child, 'exit');
    try {
      await once(child.stdout, 'data');
      expect(() => open()).toThrow('Another process is using the data folder');
    } finally {
      child.kill('SIGKILL');
      await exit;
    }
    const store = open();
    expect((await store.read(id))?.head.body).toBe('kept');
    await store.close();
  });

  it('stays with a process that has lost sight of its store, whatever is collected', async () => {
    const module = pathToFileURL(join(import.meta.dirname, '../../src/storage/sqlite/store.ts')).href;
    const script = `const { openSqliteStore } = await import(${JSON.stringify(module)});
      const open = () => { openSqliteStore(${JSON.stringify({ folder, organisation })}); };
      open();
      for (let n = 0; n < 5; n += 1) { gc(); await new Promise(setImmediate); }
      try { open(); console.log('lost'); } catch { console.log('held'); }
      process.exit(0);`;
    const args = ['--expose-gc', '--input-type=module', '--eval', script];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    const [said] = await once(child.stdout, 'data');
    expect(String(said).trim()).toBe('held');
  });
});
