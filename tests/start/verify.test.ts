import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChild } from '../../src/application/children/child-store.ts';
import { fetchFile, linkTo } from '../../src/application/files.ts';
import type { Wanted } from '../../src/application/waiting-file.ts';
import { type App, compose } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { pdfOf } from '../../src/documents/pdf.ts';
import { emptyEntry } from '../../src/domain/child/entry.ts';
import { ChildId, PersonId, RecordId, SiteId } from '../../src/domain/ids.ts';
import { sampleDocument } from '../documents/sample-document.ts';

const root = join(import.meta.dirname, '../..');
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'signpost-verify-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** The command; an environment that names no organisation and no store, unless told. */
const verify = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  new Promise<{ readonly code: unknown; readonly said: string }>((resolve) =>
    execFile(
      process.execPath,
      [join(root, 'src/cli/signpost.ts'), 'verify', ...args],
      { env: { PATH: '/usr/bin:/bin', ...env } },
      (fault, stdout, stderr) => resolve({ code: fault?.code ?? 0, said: stdout + stderr }),
    ),
  );

/** A child's file as a lead of the sample school fetches it. */
async function handedOut({ deps }: App): Promise<Uint8Array> {
  const by = PersonId.parse('p-iris');
  const id = ChildId.parse(deps.keyring.recordId('register|1'));
  const entry = emptyEntry('Robin Vale');
  const sites = [SiteId.parse('fernhill')];
  const at = deps.clock.now();
  await runChild(deps, id, () => ({ type: 'EnterChild', at, by, entry, sites, from: 'triage' }));
  const wanted: Wanted = {
    kind: 'hand-out',
    record: RecordId.parse(id),
    options: { what: 'chronology', reader: 'school', who: 'Oakmead', leave: [], names: [] },
  };
  const link = await linkTo(deps, by, wanted);
  const file = await fetchFile(deps, link?.split('/').at(-1) ?? '');
  if (file?.pdf === undefined) throw new Error('There is no file behind the link');
  return file.pdf;
}

it('says with no server and no store whether a file is as it was handed out', async () => {
  const file = join(folder, 'chronology.pdf');
  const pdf = Buffer.from(await pdfOf(sampleDocument()));
  await writeFile(file, pdf);
  expect(await verify([file])).toEqual({
    code: 0,
    said: expect.stringContaining('reference K7Q4-MD2X; nothing was changed.'),
  });
  pdf[pdf.length - 40] = (pdf[pdf.length - 40] ?? 0) ^ 1;
  await writeFile(file, pdf);
  expect(await verify([file])).toEqual({ code: 1, said: expect.stringContaining('Do not rely on them.') });
  expect((await verify([join(folder, 'none.pdf')])).code).toBe(2);
});

it('asks the records, and finds there what was handed out and nothing else', async () => {
  await cp(join(root, 'policies/sample'), join(folder, 'org'), { recursive: true });
  const env = { PORT: '0', DATA_DIR: join(folder, 'data'), ORG_DIR: join(folder, 'org') };
  const app = await compose(readConfig(env), { root, destination: { write: () => undefined } });
  const pdf = await handedOut(app).finally(() => app.stop());
  const file = join(folder, 'chronology.pdf');
  await writeFile(file, pdf);
  expect(await verify([file, '--store'], env)).toEqual({
    code: 0,
    said: expect.stringContaining('The records have it: 1 of 1, each with a whole chain.'),
  });
  await writeFile(file, await pdfOf(sampleDocument()));
  expect(await verify([file, '--store'], env)).toEqual({
    code: 2,
    said: expect.stringContaining('There is no record 0123456789abcdefghjkmnpqrs in this store.'),
  });
});
