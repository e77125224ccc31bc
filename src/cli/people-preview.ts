import type { ImportPreview } from '../application/import-people.ts';
import type { RoleAt } from '../domain/people/directory.ts';
import type { PersonChange } from '../domain/people/import-summary.ts';
import type { ImportProblem } from '../domain/people/plan-import.ts';

const at = ({ role, site }: RoleAt): string => `${role}@${site}`;

export const listed = (what: string, ids: readonly string[]): readonly string[] =>
  ids.length === 0 ? [] : [`${what}: ${ids.join(', ')}`];

function changed({ person, gained, lost, parts }: PersonChange): string {
  const said = [
    ...(gained.length > 0 ? [`gains ${gained.map(at).join(' ')}`] : []),
    ...(lost.length > 0 ? [`loses ${lost.map(at).join(' ')}`] : []),
    ...(parts.length > 0 ? [`another ${parts.join(', ')}`] : []),
  ];
  return `  ${person}: ${said.join('; ')}`;
}

/** What an import would change, as lines: ids, roles and columns, and nobody's name. */
export function previewText({ summary, asks }: Pick<ImportPreview, 'summary' | 'asks'>): string {
  const { joins, leaves, changes, kept, withdrawn } = summary;
  const lines = [
    ...listed('Joins', joins),
    ...listed('Leaves', leaves),
    ...(changes.length > 0 ? ['Changes:', ...changes.map(changed)] : []),
    ...asks.map(
      ({ person, site, roles }) =>
        `Waits for a second person: ${person} as ${roles.map((role) => at({ role, site })).join(' ')}`,
    ),
    ...kept.map(
      (each) =>
        `Stays until then: ${each.person} as ${at(each)}${each.leaves === true ? ', who leaves after that' : ''}`,
    ),
    ...withdrawn.map(({ person, site }) => `Waits no longer: ${person} at ${site}`),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** Why an import is not done, and what would help. */
export function problemText(problem: ImportProblem): string {
  switch (problem.type) {
    case 'by-missing':
      return 'This gives somebody more than they may do now: say who you are with --by and your id, and another person says yes to it.';
    case 'by-unknown':
      return 'Nobody here has the id that stands behind --by: write your own, as in people.csv.';
    case 'nobody-to-approve':
      return `Nobody but ${problem.person} and you leads ${problem.site}, or stands apart from the leads there, with an account: give somebody else such a role first, or let somebody else import.`;
  }
}
