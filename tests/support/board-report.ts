import { BoardReport, type Chart, type Measure } from '../../src/application/board-report/document.ts';

/** As whoever computes the figures hides them. */
export const counted = (label: string, count: number, series?: string): Measure => ({
  label,
  ...(series !== undefined && { series }),
  value: count > 0 && count < 5 ? null : count,
  shown: count > 0 && count < 5 ? '<5' : String(count),
});

const MONTHS = ['Sep 2026', 'Oct 2026', 'Nov 2026', 'Dec 2026'] as const;
const across = (series: string, counts: readonly number[], labels: readonly string[] = MONTHS) =>
  counts.map((count, n) => counted(labels[n] ?? '', count, series));
const minutes = (series: string, values: readonly number[]): readonly Measure[] =>
  values.map((value, n) => ({ label: MONTHS[n] ?? '', series, value, shown: `${value}` }));

const byCategory = (hidden: number): Chart => ({
  title: 'Concerns by category',
  alt: 'Bars: contact 14, conduct 9, content 6, commerce fewer than five, other safeguarding 5.',
  kind: 'bars',
  unit: 'Number of concerns, 1 September to 18 December 2026',
  measures: [
    counted('Contact: harmful contact with others online', 14),
    counted('Conduct: how pupils behave online', 9),
    counted('Content: what pupils came upon', 6),
    counted('Commerce: scams, gambling, advertising', hidden),
    counted('Other safeguarding concern', 5),
    counted('Filtering and monitoring', 0),
  ],
});

const byMonth = (hidden: number): Chart => ({
  title: 'Concerns by month and category',
  alt: 'Stacked bars for four months: most concerns came in November, most of them about contact.',
  kind: 'stacked',
  unit: 'Number of concerns',
  measures: [
    ...across('Contact', [5, 6, 11, 7]),
    ...across('Conduct', [6, hidden, 8, 5]),
    ...across('Content', [0, 5, 9, hidden]),
    ...across('Other', [hidden, hidden, 5, 6]),
  ].toSorted((a, b) => MONTHS.indexOf(a.label as never) - MONTHS.indexOf(b.label as never)),
});

const FIGURES = [
  { shown: '34', label: 'concerns reported this term' },
  { shown: '18 min', label: 'median time until one was opened' },
  { shown: '91%', label: 'of staff have an up-to-date refresher' },
  { shown: '<5', label: 'steps that must be done and are late' },
];

/** A term of an invented school. `hidden` is the true count wherever one is too small to be shown. */
export function boardReport(hidden = 3, more: Partial<BoardReport> = {}): BoardReport {
  return BoardReport.parse({
    format: 1,
    kind: 'board-report',
    record: '0123456789abcdefghjkmnpqrs',
    title: 'Online safety and safeguarding: report to the governing board',
    organisation: 'Fernhill School',
    period: 'Autumn term 2026: 1 September to 18 December 2026',
    made: [
      'Drafted on 18 December 2026 under version 3 of the online safety policy.',
      'Released on 19 December 2026 by the designated safeguarding lead.',
    ],
    at: '2026-12-19T09:30:00.000Z',
    figures: FIGURES,
    summary: [
      '34 concerns were reported, 6 more than in the summer term. Most were about contact online.',
      'Every urgent concern was opened within the hour. Half of all concerns were opened within 18 minutes.',
      'Fewer than five steps that must be done are open after their day.',
      '91% of staff have an up-to-date refresher, and all five governors.',
      'The online safety policy is 81 days overdue for review. The review begins on 11 January 2027.',
    ],
    sections: [
      {
        title: 'Concerns',
        lines: [
          'A concern is counted once, in the month in which it was first reported, under the category that the lead gave it at triage.',
        ],
        charts: [byCategory(hidden), byMonth(hidden)],
        tables: [
          {
            title: 'Concerns by site',
            columns: ['Site', 'Reported', 'Closed', 'Open'],
            rows: [
              ['Fernhill Primary', '22', '14', '8'],
              ['Fernhill Secondary', '12', '7', '5'],
            ],
          },
        ],
      },
      {
        title: 'How quickly concerns were answered',
        lines: [
          'Times count from the moment the report was sent. Nights and weekends count for urgent ones.',
        ],
        charts: [
          {
            title: 'Time until a concern was opened',
            alt: 'Two lines over four months. Ordinary concerns: from 41 minutes in September to 18 in December. Urgent ones: from 12 minutes to 6.',
            kind: 'line',
            unit: 'Median, minutes',
            measures: [
              ...minutes('Ordinary concerns', [41, 33, 24, 18]),
              ...minutes('Urgent concerns', [12, 9, 11, 6]),
            ],
          },
          {
            title: 'Concerns open at the end of the month',
            alt: 'One line: fewer than five in September, then 9, 16 and 13.',
            kind: 'line',
            unit: 'Number of concerns',
            measures: [hidden, 9, 16, 13].map((count, n) => counted(MONTHS[n] ?? '', count)),
          },
        ],
        tables: [
          {
            title: 'Steps of the policy that must be done',
            columns: ['Step', 'Policy', 'Done', 'Open', 'Late'],
            rows: [
              ['Tell parents or carers, or record why not', '11.4', '29', '5', '<5'],
              ['Record a referral to children’s social care', '10.2', '8', '0', '0'],
              ['Keep the device locked and written down', '12.6', '6', '<5', '0'],
              ['Second approval before a device is examined', '12.9', '5', '0', '0'],
            ],
          },
        ],
      },
      {
        title: 'Training and agreements',
        lines: ['Counted on the last day of the term. Who is late is known to the safeguarding leads.'],
        charts: [
          {
            title: 'Who has an up-to-date refresher',
            alt: 'Grouped bars: teaching staff 38 of 41, support staff 19 of 22, governors 5 of 5, volunteers 7 of 11.',
            kind: 'bars',
            unit: 'Number of people',
            measures: (
              [
                ['Teaching staff', 38, 0],
                ['Support staff', 19, hidden],
                ['Governors', 5, 0],
                ['Volunteers', 7, hidden],
              ] as const
            ).flatMap(([label, done, late]) => [
              counted(label, done, 'Up to date'),
              counted(label, late, 'Late'),
            ]),
          },
        ],
        tables: [
          {
            title: 'Agreements',
            columns: ['Agreement', 'Version', 'Signed', 'Not yet'],
            rows: [
              ['Acceptable use: staff', '4', '58', '5'],
              ['Acceptable use: pupils', '4', '402', '17'],
              ['Acceptable use: visitors', '2', '31', '0'],
            ],
          },
        ],
      },
      {
        title: 'Reviews',
        lines: ['The policy sets no interval for the filtering review; the school holds one each year.'],
        charts: [
          {
            title: 'Days late',
            alt: 'Bars: policy review 81 days late, filtering review 12, risk assessment 0.',
            kind: 'bars',
            unit: 'Days after the day on which it was due',
            measures: [
              { label: 'Online safety policy', value: 81, shown: '81 days' },
              { label: 'Filtering and monitoring review', value: 12, shown: '12 days' },
              { label: 'Online safety risk assessment', value: 0, shown: 'on time' },
            ],
          },
        ],
        tables: [
          {
            title: 'Reviews and meetings of the term',
            columns: ['What', 'Due', 'Done', 'Shared with'],
            rows: [
              ['Online safety policy', '29 September 2026', 'not yet', '—'],
              [
                'Filtering and monitoring review',
                '6 November 2026',
                '18 November 2026',
                'Governors, IT lead',
              ],
              ['Risk assessment', '30 November 2026', '24 November 2026', 'Governors'],
              ['Meeting of lead and governor', '11 December 2026', '10 December 2026', 'Chair of governors'],
            ],
          },
        ],
      },
      {
        title: 'Filtering',
        lines: [
          'The filter was checked in 14 of 15 school weeks. One check found that searches for images were not filtered on guest devices; it was mended on the same day.',
          'Nothing unsafe was reported to have come through it since.',
        ],
        charts: [],
        tables: [],
      },
    ],
    notes: [
      'Counts of one to four are shown as “<5”. Where the total would give one away, another count is hidden with it.',
      'Drills are not counted. Nobody is named, and no figure is about one person.',
      'The figures are those of the record at the moment of the draft. What was added later is in the next report.',
    ],
    words: {
      page: 'Page {page} of {pages}',
      summary: 'In brief',
      contents: 'In this report',
      notes: 'How to read the figures',
      hidden: 'A hatched mark stands for a count that is not shown. Its size says nothing.',
      table: 'These figures as a table',
      skip: 'To the report',
      check:
        'The hash is of all data in this report. The command “signpost verify” compares it with the PDF.',
    },
    ...more,
  });
}
