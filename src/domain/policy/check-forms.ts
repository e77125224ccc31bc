import { error, type Remark } from './finding.ts';
import type { PolicyFile } from './pack.ts';

/** What staff ask for ends on a day that they give, or it has no end. */
const checkUntil = ({ forms }: PolicyFile): readonly Remark[] =>
  forms.flatMap(({ id, until, fields, source }, n) => {
    if (until === undefined) return [];
    const field = fields.find((each) => each.id === until);
    if (field?.kind === 'date' && field.needed) return [];
    const dates = fields.filter(({ kind, needed }) => kind === 'date' && needed).map((each) => each.id);
    return [
      error(
        'form.until',
        ['forms', n, 'until'],
        `"${id}" is over on the day in "${until}", which is no date that has to be given`,
        dates.length === 0
          ? 'Add a field "kind: date" with "needed: true"'
          : `Use one of: ${dates.join(', ')}`,
        source,
      ),
    ];
  });

const checkInterval = ({ duties }: PolicyFile): readonly Remark[] =>
  duties.flatMap(({ id, every, otherwise, newcomers, source }, n) =>
    every === null && otherwise === undefined && newcomers === undefined
      ? [
          error(
            'duty.interval',
            ['duties', n, 'every'],
            `Nothing says how often "${id}" comes round`,
            'Keep "every: null" if the policy is silent, and add "otherwise: P12M"',
            source,
          ),
        ]
      : [],
  );

/** A task for each "no" needs questions to say no to. */
const checkQuestions = ({ duties }: PolicyFile): readonly Remark[] =>
  duties.flatMap(({ id, checklist, onNo, source }, n) =>
    onNo !== undefined && checklist.length === 0
      ? [
          error(
            'duty.checklist',
            ['duties', n, 'onNo'],
            `"${id}" makes a task of each "no", and asks nothing`,
            'Add a "checklist", or take "onNo" out',
            source,
          ),
        ]
      : [],
  );

/** Forms and duties hold together. */
export const checkForms = (pack: PolicyFile): readonly Remark[] => [
  ...checkUntil(pack),
  ...checkInterval(pack),
  ...checkQuestions(pack),
];
