import { error, note, type Remark, type Severity, warning } from './finding.ts';
import type { Library } from './library.ts';
import { lintFiltering } from './lint-filtering.ts';
import { isSaid, lintIntervals } from './lint-intervals.ts';
import { procedureOf } from './merge.ts';
import type { PolicyFile, Procedure } from './pack.ts';
import { sectionOf } from './source.ts';

const proceduresOf = (pack: PolicyFile, library: Library) =>
  pack.procedures.flatMap((entry, n) => {
    const procedure = procedureOf(entry, library);
    return procedure === undefined ? [] : [{ n, procedure }];
  });

const make: Readonly<Record<Severity, typeof error>> = { error, warning, note };

/** Procedures that national guidance expects; what it means when a policy leaves one out. */
const EXPECTED: readonly (readonly [string, string, Severity, string])[] = [
  [
    'staff-allegation',
    'allegation.missing',
    'error',
    'what happens when a worry is about somebody who works here',
  ],
  ['low-level', 'low_level_concerns.missing', 'warning', 'low-level worries about adults'],
  ['svsh', 'svsh.missing', 'warning', 'sexual violence and harassment between children'],
  ['radicalisation', 'radicalisation.missing', 'warning', 'children being drawn into extremism'],
  ['ai-fakes', 'ai.missing', 'warning', 'pictures and voices made by a computer'],
];

function lintExpected(pack: PolicyFile, library: Library): readonly Remark[] {
  const has = proceduresOf(pack, library);
  return EXPECTED.flatMap(([id, code, severity, what]) => {
    const found = has.find(({ procedure }) => procedure.id === id);
    if (found === undefined || isSaid(found.procedure.source)) return [];
    return [
      make[severity](
        code,
        ['procedures', found.n],
        `The policy says nothing about ${what}; national guidance stands in for it`,
        'Add a section at the next review',
      ),
    ];
  });
}

/** A step of a procedure that the policy has, which only guidance asks for. */
const STEPS: readonly (readonly [string, string, string, string])[] = [
  ['staff-allegation', 'lado', 'lado.missing', 'does not say that the LADO is asked'],
  ['radicalisation', 'prevent', 'radicalisation.prevent', 'has no Prevent referral'],
];

function lintSteps(pack: PolicyFile, library: Library): readonly Remark[] {
  const has = proceduresOf(pack, library);
  return STEPS.flatMap(([id, stepId, code, what]) => {
    const found = has.find(({ procedure }) => procedure.id === id);
    const step = found?.procedure.steps.find((each) => each.id === stepId);
    if (found === undefined || step === undefined || isSaid(step.source)) return [];
    return [
      warning(
        code,
        ['procedures', found.n],
        `The policy ${what}; national guidance stands in for it`,
        'Add it at the next review',
        sectionOf(found.procedure.source),
      ),
    ];
  });
}

/** Nobody but the policy should have to say that an image is not looked at. */
function lintImages(pack: PolicyFile, library: Library): readonly Remark[] {
  const found = proceduresOf(pack, library).find(({ procedure }) => procedure.id === 'nudes');
  const rule = found?.procedure.steps.find(({ id }) => id === 'no-looking');
  return found === undefined || rule === undefined || isSaid(rule.source)
    ? []
    : [
        error(
          'guard.missing',
          ['procedures', found.n],
          'The policy never says that nobody looks at, copies or sends an image of a child; the floor says it',
          'Add it at the next review',
          sectionOf(found.procedure.source),
        ),
      ];
}

const asksPolice = ({ steps }: Procedure) =>
  steps.find((step) => step.kind === 'refer' && step.agency === 'police');

/** Where a policy says what happens when something may be illegal; in the library one of them cannot be weaker. */
const ILLEGAL = ['indecent-images', 'cyberbullying'];

/** "Consider" where the field reports. */
function lintPolice(pack: PolicyFile, library: Library): readonly Remark[] {
  const weak = proceduresOf(pack, library).flatMap(({ n, procedure }) => {
    const step = ILLEGAL.includes(procedure.id) ? asksPolice(procedure) : undefined;
    return step?.modality === 'consider' && isSaid(step.source) ? [{ n, step }] : [];
  });
  return weak
    .slice(0, 1)
    .map(({ n, step }) =>
      warning(
        'duty.weak',
        ['procedures', n],
        'The policy only considers the police when something may be illegal',
        'Say that it is reported',
        sectionOf(step.source),
      ),
    );
}

/** Who hears when a lead is the one it is about. */
function lintConflict(pack: PolicyFile): readonly Remark[] {
  const n = pack.routes.findIndex(({ exclude }) => exclude?.some((role) => pack.leads.includes(role)));
  const route = pack.routes[n];
  return route === undefined || isSaid(route.source)
    ? []
    : [
        error(
          'conflict.route',
          ['routes', n],
          'The policy does not say who hears when it is about a safeguarding lead; guidance stands in for it',
          'Add it at the next review',
        ),
      ];
}

const SIGNED = /sign/i;

function lintLog({ log }: PolicyFile): readonly Remark[] {
  const section = sectionOf(log.source);
  const at = ['log'];
  if (log.source.startsWith('default')) {
    const missing = section === undefined ? error : warning;
    return [
      missing(
        'log.missing',
        at,
        'The policy has no incident log of its own',
        'Say which columns it has',
        section,
      ),
    ];
  }
  const recorder = log.columns.find(({ from }) => from === 'recorder');
  if (recorder === undefined)
    return [
      warning(
        'log.column',
        at,
        'The log does not say who recorded it',
        'Add a column; it is added, and marked',
        section,
      ),
    ];
  return SIGNED.test(recorder.title)
    ? [
        note(
          'log.export',
          at,
          'The log asks for a signature; an authenticated report with a name and a time counts as one',
          'Nothing, if the owner agrees',
          section,
        ),
      ]
    : [];
}

/** A promise to somebody outside that has no time. */
function lintCommissioners(pack: PolicyFile, library: Library): readonly Remark[] {
  return proceduresOf(pack, library).flatMap(({ n, procedure }) =>
    procedure.steps.flatMap((step) =>
      step.kind === 'contact' && step.whom === 'commissioner' && step.within === undefined
        ? [
            warning(
              'commissioner.noclock',
              ['procedures', n],
              'Commissioners are briefed, and nothing says by when',
              'Add "within"',
              sectionOf(step.source),
            ),
          ]
        : [],
    ),
  );
}

const lintWhistleblowing = ({ contacts }: PolicyFile): readonly Remark[] =>
  contacts.some(
    (entry) =>
      (('use' in entry ? entry.use : entry.id) ?? '').includes('whistleblowing') && isSaid(entry.source),
  )
    ? []
    : [
        note(
          'whistleblowing.missing',
          ['contacts'],
          'The policy names nobody to go to when the employer does not act',
          'Add it at the next review; staff are told the national numbers',
        ),
      ];

/** Where the written policy is silent, and something else had to stand in. A pack without sections has no other text. */
export const lintSilence = (pack: PolicyFile, library: Library): readonly Remark[] =>
  pack.sections === undefined ? [] : lintAll(pack, library);

const lintAll = (pack: PolicyFile, library: Library): readonly Remark[] => [
  ...lintExpected(pack, library),
  ...lintSteps(pack, library),
  ...lintImages(pack, library),
  ...lintPolice(pack, library),
  ...lintConflict(pack),
  ...lintFiltering(pack),
  ...lintIntervals(pack),
  ...lintLog(pack),
  ...lintCommissioners(pack, library),
  ...lintWhistleblowing(pack),
];
