import type { Coverage, Row } from './policy-coverage-report.ts';

const isMet = ({ how }: Row): boolean => how !== 'open';

/** "executed 8, guided 2" */
const ways = (rows: readonly Row[]): string =>
  [...Map.groupBy(rows, ({ how }) => how)]
    .map(([how, each]) => `${words(how)} ${each.length}`)
    .sort()
    .join(', ');

const words = (how: Row['how']): string => how.replaceAll('-', ' ');

const met = (rows: readonly Row[]): string => `${rows.filter(isMet).length} of ${rows.length}`;

const said = ({ how, titles, requirement }: Row): string =>
  how === 'open' ? `nothing shows it. ${requirement}` : titles.join('; ');

const capability = ([name, rows]: readonly [string, readonly Row[]]): readonly string[] => [
  `  ${name}: ${met(rows)} (${ways(rows)})`,
  ...rows.map((row) => `    ${row.id}  ${words(row.how)}: ${said(row)}`),
];

/** Pack by pack, capability by capability: how much is met, and how each row is. */
export function coverageText({ rows, faults }: Coverage): string {
  const packs = [...Map.groupBy(rows, ({ pack }) => pack)].flatMap(([pack, own]) => [
    `${pack}: ${met(own)}`,
    ...[...Map.groupBy(own, (row) => row.capability)].flatMap(capability),
    '',
  ]);
  const wrong = faults.length === 0 ? [] : ['To be put right', ...faults.map((fault) => `  ${fault}.`), ''];
  return [...packs, ...wrong, `${met(rows)} obligations are met or reasoned (${ways(rows)}).`, ''].join('\n');
}
