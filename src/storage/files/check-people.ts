import type { Organisation } from '../../domain/organisation.ts';
import type { Person } from '../../domain/people/directory.ts';
import { hasLeft } from '../../domain/people/here.ts';
import type { Finding } from '../../domain/policy/finding.ts';
import type { Policy } from '../../domain/policy/pack.ts';
import { rolesOf } from '../../domain/policy/roles.ts';

/** A person and the line that says so. */
export interface Lined {
  readonly person: Person;
  readonly line: number;
}

interface Asked {
  readonly organisation: Pick<Organisation, 'sites'>;
  readonly policy: Pick<Policy, 'roles'>;
  readonly today: string;
  /** Of every line, also of one that cannot be read. */
  readonly ids: ReadonlySet<string>;
}

type Told = readonly [code: string, line: number, message: string, cure: string];

/** A first day further away than this is a slip of the pen. */
const FURTHEST = { years: 1 } as const;

function dates(lined: readonly Lined[], today: string): readonly Told[] {
  const furthest = Temporal.PlainDate.from(today).add(FURTHEST).toString();
  return lined.flatMap(({ person: { started, left, trained }, line }): readonly Told[] => [
    ...(started !== undefined && started > furthest
      ? [['date.far', line, '"started" is more than a year ahead', 'Correct the year'] as const]
      : []),
    ...(left !== undefined && started !== undefined && left < started
      ? [['date.order', line, '"left" comes before "started"', 'Correct one of them'] as const]
      : []),
    ...(trained !== undefined && trained > today
      ? [
          [
            'date.future',
            line,
            '"trained" is a day that has not come',
            'Write the last day of training',
          ] as const,
        ]
      : []),
  ]);
}

function twice(lined: readonly Lined[]): readonly Told[] {
  return (['id', 'email', 'teams', 'slack'] as const).flatMap((key) => {
    const seen = new Set<string>();
    return lined.flatMap(({ person, line }): readonly Told[] => {
      const value = person[key];
      if (value === undefined) return [];
      if (seen.has(value))
        return [
          [
            'account.twice',
            line,
            `This ${key} stands on another line too`,
            'One person, one line, one account',
          ],
        ];
      seen.add(value);
      return [];
    });
  });
}

/** A manager is somebody else of the file, and nobody is above themselves. */
function managers(lined: readonly Lined[], ids: ReadonlySet<string>): readonly Told[] {
  const by = new Map(lined.map(({ person }) => [person.id, person]));
  const clear = new Set<string>();
  return lined.flatMap(({ person, line }): readonly Told[] => {
    if (person.manager !== undefined && !ids.has(person.manager))
      return [
        [
          'manager.unknown',
          line,
          '"manager" is nobody of this file',
          'The id or the email of another line, or nothing',
        ],
      ];
    const path = new Set<string>();
    let at: Person | undefined = person;
    while (at !== undefined && !clear.has(at.id) && !path.has(at.id)) {
      path.add(at.id);
      at = at.manager === undefined ? undefined : by.get(at.manager);
    }
    const isCircle = at !== undefined && !clear.has(at.id);
    for (const id of path) clear.add(id);
    return isCircle
      ? [
          [
            'manager.circle',
            line,
            '"manager" leads back to this person',
            'Leave it empty for whoever is on top',
          ],
        ]
      : [];
  });
}

const overlap = (a: Person, b: Person): boolean =>
  (a.left === undefined || b.started === undefined || b.started < a.left) &&
  (b.left === undefined || a.started === undefined || a.started < b.left);

function holdersOf(
  lined: readonly Lined[],
  { organisation, policy, today }: Asked,
  wanted: 'single' | 'refuse',
) {
  const roles = rolesOf(policy).filter((role) =>
    wanted === 'single' ? policy.roles[role]?.single === true : policy.roles[role]?.unbound === 'refuse',
  );
  return organisation.sites.flatMap(({ id: site }) =>
    roles.map((role) => ({
      role,
      site,
      held: lined.filter(
        ({ person }) =>
          !hasLeft(person, today) && person.roles.some((each) => each.role === role && each.site === site),
      ),
    })),
  );
}

/** Two at once in a role of one person; one who hands over on a day is none. */
const doubled = (lined: readonly Lined[], asked: Asked): readonly Told[] =>
  holdersOf(lined, asked, 'single').flatMap(({ role, site, held }) =>
    held.flatMap(({ person, line }, n): readonly Told[] =>
      held.slice(0, n).some((other) => overlap(other.person, person))
        ? [
            [
              'role.single',
              line,
              `A second person is "${role}" at "${site}", which is one person's`,
              'Take it from one of the two, or fill in "left" and "started" so that they follow each other',
            ],
          ]
        : [],
    ),
  );

/** Somebody goes on a day, and from then on a role that the policy needs is nobody's. */
const deserted = (lined: readonly Lined[], asked: Asked): readonly Told[] =>
  holdersOf(lined, asked, 'refuse').flatMap(({ role, site, held }) =>
    held.flatMap(({ person: { id, left }, line }): readonly Told[] => {
      const stays = ({ person }: Lined): boolean =>
        person.id !== id &&
        left !== undefined &&
        (person.started === undefined || person.started <= left) &&
        (person.left === undefined || person.left > left);
      return left === undefined || held.some(stays)
        ? []
        : [
            [
              'role.deserted',
              line,
              `From the day of "left" on nobody is "${role}" at "${site}"`,
              `Give somebody else "${role}@${site}" from that day or before`,
            ],
          ];
    }),
  );

function warned(lined: readonly Lined[], today: string): readonly Told[] {
  const gone = new Set(lined.filter(({ person }) => hasLeft(person, today)).map(({ person }) => person.id));
  return lined
    .filter(({ person }) => !gone.has(person.id))
    .flatMap(({ person, line }): readonly Told[] => [
      ...((person.teams ?? person.slack) === undefined
        ? [
            [
              'account.none',
              line,
              'This person has no account on Teams or Slack',
              'Fill in "teams" or "slack", or let their line manager tell them what is due',
            ] as const,
          ]
        : []),
      ...(person.manager !== undefined && gone.has(person.manager)
        ? [['manager.left', line, '"manager" is somebody who has left', 'Name who manages them now'] as const]
        : []),
    ]);
}

/** What the lines of people.csv say together: everything that must be put right, and what should be known. */
export function checkPeople(
  lined: readonly Lined[],
  asked: Asked,
  file: string,
): { readonly errors: readonly Finding[]; readonly warnings: readonly Finding[] } {
  const as =
    (severity: Finding['severity']) =>
    ([code, line, message, cure]: Told): Finding => ({ code, severity, file, line, message, cure });
  const errors = [
    ...dates(lined, asked.today),
    ...twice(lined),
    ...managers(lined, asked.ids),
    ...doubled(lined, asked),
    ...deserted(lined, asked),
  ];
  return { errors: errors.map(as('error')), warnings: warned(lined, asked.today).map(as('warning')) };
}
