import { cpSync, mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** https://man7.org/linux/man-pages/man2/statfs.2.html: a file system that lies in memory syncs nothing. */
const TMPFS = 0x01021994;

export interface Staff {
  readonly id: string;
  readonly teams: string;
  readonly slack: string;
}

/** The lead of the sample, who gets every card. */
export const LEAD: Staff = {
  id: 'p-iris',
  teams: '00000000-0000-0000-0000-000000000200',
  slack: 'U000000010',
};

const LEADERS = [
  'p-iris,Iris Kay,00000000-0000-0000-0000-000000000200,U000000010,dsl@fernhill staff@fernhill,p-vera',
  'p-nadia,Nadia Marsh,00000000-0000-0000-0000-000000000100,U000000011,deputy@fernhill staff@fernhill,p-vera',
  'p-owen,Owen Pike,00000000-0000-0000-0000-000000000101,U000000012,dsl@brook deputy@fernhill staff@brook,p-hugh',
  'p-rosa,Rosa Quill,00000000-0000-0000-0000-000000000102,U000000013,senior-leader@* staff@*,p-vera',
  'p-tom,Tom Usher,00000000-0000-0000-0000-000000000103,U000000014,chair-of-governors@*,',
  'p-vera,Vera Wynn,00000000-0000-0000-0000-000000000104,U000000015,headteacher@fernhill staff@fernhill,p-tom',
  'p-hugh,Hugh Lamb,00000000-0000-0000-0000-000000000105,U000000016,headteacher@brook staff@brook,p-tom',
  'p-lena,Lena Frost,00000000-0000-0000-0000-000000000106,U000000017,deputy@brook staff@brook,p-hugh',
  'p-greta,Greta Holm,00000000-0000-0000-0000-000000000107,U000000018,safeguarding-governor@*,p-tom',
  'p-ivo,Ivo Stone,00000000-0000-0000-0000-000000000108,U000000019,it-lead@* staff@*,p-vera',
];

const staffOf = (count: number): readonly Staff[] =>
  Array.from({ length: count }, (_, n) => ({
    id: `p-staff-${n}`,
    teams: `00000000-0000-0000-0001-${String(n).padStart(12, '0')}`,
    slack: `U1${String(n).padStart(8, '0')}`,
  }));

export interface School {
  readonly orgDir: string;
  readonly keyFile: string;
  readonly staff: readonly Staff[];
  /** A new data folder on a real disk. */
  freshData(): string;
  remove(): void;
}

const onDisk = (): string =>
  statfsSync(tmpdir()).type === TMPFS ? join(process.cwd(), 'node_modules', '.cache') : tmpdir();

/** The sample organisation with as many more members of staff, in a folder of its own. */
export function benchSchool(count: number): School {
  const base = onDisk();
  mkdirSync(base, { recursive: true });
  const folder = mkdtempSync(join(base, 'signpost-bench-'));
  const orgDir = join(folder, 'org');
  cpSync(join(process.cwd(), 'policies', 'sample'), orgDir, { recursive: true });
  const staff = staffOf(count);
  const trained = Temporal.Now.plainDateISO().subtract({ days: 30 }).toString();
  const rows = [
    ...LEADERS,
    ...staff.map(
      ({ id, teams, slack }, n) => `${id},Member Number${n},${teams},${slack},staff@fernhill,p-vera`,
    ),
  ];
  writeFileSync(
    join(orgDir, 'people.csv'),
    `id,name,teams,slack,roles,manager,trained\n${rows.map((row) => `${row},${trained}`).join('\n')}\n`,
  );
  let made = 0;
  return {
    orgDir,
    keyFile: join(folder, 'bench.key'),
    staff,
    freshData() {
      made += 1;
      return join(folder, `data-${made}`);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
