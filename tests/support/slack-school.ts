import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkspaceSeed } from './slack-workspace.ts';

export type Pack = 'one-school' | 'two-schools';

type Channels = NonNullable<WorkspaceSeed['channels']>;

/** Who is in the leads' private channel of each site. */
const LEADS: Readonly<Record<Pack, Channels>> = {
  'one-school': [{ name: 'main-leads', private: true, members: ['iris', 'nadia', 'owen'] }],
  'two-schools': [
    { name: 'north-leads', private: true, members: ['iris', 'nadia', 'owen'] },
    { name: 'south-leads', private: true, members: ['owen', 'lena'] },
  ],
};

const fixture = (pack: Pack, file: string): string =>
  readFileSync(join(process.cwd(), 'tests', 'fixtures', pack, file), 'utf8');

/** "p-iris" is called "iris" in the workspace. */
const rowsOf = (pack: Pack): readonly (readonly string[])[] =>
  fixture(pack, 'people.csv')
    .split('\n')
    .filter((row) => row.startsWith('p-'))
    .map((row) => row.split(','));

export const everyone = (pack: Pack): readonly string[] =>
  rowsOf(pack).map(([id = '']) => id.replace('p-', ''));

/** The workspace of a fixture: everybody of it, the leads' channels, and somebody who is in no list. */
export const seedOf = (pack: Pack, channels: Channels = LEADS[pack]): WorkspaceSeed => ({
  users: [...everyone(pack), 'stranger'],
  channels,
});

interface Ids {
  userId(name: string): string;
  channelId(name: string): string;
}

/** A copy of a fixture, in which people and channels are those of this workspace. */
export function organisationFolder(
  folder: string,
  pack: Pack,
  { userId, channelId }: Ids,
  {
    bound = true,
    people = (row: string): string | undefined => row,
    organisation = (text: string): string => text,
  }: {
    readonly bound?: boolean;
    readonly people?: (row: string) => string | undefined;
    readonly organisation?: (text: string) => string;
  } = {},
): string {
  mkdirSync(folder, { recursive: true });
  const header = 'id,name,teams,slack,roles,manager,trained';
  const rows = rowsOf(pack)
    .map((row) => row.with(3, userId((row[0] ?? '').replace('p-', ''))).join(','))
    .map(people)
    .filter((row) => row !== undefined);
  writeFileSync(join(folder, 'people.csv'), `${[header, ...rows].join('\n')}\n`);
  let site = '';
  const lines = organisation(fixture(pack, 'organisation.yaml'))
    .split('\n')
    .map((line) => {
      site = /^ {2}- id: (\S+)/.exec(line)?.[1] ?? site;
      if (!bound || !/^ {4}channels:/.test(line)) return line;
      return `    channels: { slack: ${channelId(`${site}-leads`)} }`;
    });
  writeFileSync(join(folder, 'organisation.yaml'), lines.join('\n'));
  return folder;
}
