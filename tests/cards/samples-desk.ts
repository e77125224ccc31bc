import { type SlotData, words } from '../../src/cards/fill.ts';
import { DESK_GROUPS } from '../../src/domain/desk/waiting.ts';
import { CASE, REF, type Samples, type Say } from './sample-parts.ts';

const DATE = 'Tuesday 24 November';
const SYSTEM = { system: 'Another system' };

const lineOf = (say: Say, why: string, name?: string): SlotData => ({
  ref: REF,
  case: CASE,
  open: say('desk-open', { ref: REF }),
  mark: name === undefined ? undefined : ` ${say('desk-drill')} ${say('desk-urgent')}`,
  kind: ' Sexual violence or harassment between children, Fernhill Primary School.',
  name: name && words(name),
  why: ` ${why}`,
});
const sent = (say: Say) => say('desk-sent', { time: 'today 09:12' });
/** As long as a name is shown, and the mark that there are more. */
const LONGEST = `${'語'.repeat(40)}… +7`;

/** Every group, three lines in the first six: as many as there ever are. */
const fullest = (say: Say): SlotData => ({
  date: DATE,
  first: `${say('desk-cannot-wait', { n: 112 })} ${say('desk-waits', { n: 1340 })}`,
  since: say('desk-since', { time: '17 November 16:40', n: 23 }),
  damaged: say('desk-damaged', { n: 3 }),
  groups: DESK_GROUPS.map((group, n) => {
    const reply = say('desk-reply-late', {
      agency: say('agency-social-care'),
      time: '17 November 16:40',
    });
    const lines = Array.from({ length: n < 6 ? 3 : 0 }, () => lineOf(say, reply, LONGEST));
    return {
      title: say('desk-group', { title: say(`desk-${group}`, SYSTEM), n: 120 }),
      lines,
      buttons: lines,
      all: say('desk-see-all', { n: 120 }),
      filter: `,all,,,,${group},`,
    };
  }),
  duty: Array.from({ length: 4 }, (_, n) => ({
    site: `Invented Primary School ${n + 1}: `,
    who: words('Iris Kay, Owen Pike, Nadia Marsh'),
  })),
});

const normal = (say: Say): SlotData => ({
  date: DATE,
  first: `${say('desk-cannot-wait-one')} ${say('desk-waits', { n: 2 })}`,
  since: say('desk-since-none', { time: 'yesterday 16:40' }),
  damaged: undefined,
  groups: [
    {
      title: say('desk-group', { title: say('desk-unopened'), n: 1 }),
      lines: [lineOf(say, sent(say))],
      buttons: [lineOf(say, sent(say))],
      all: undefined,
      filter: ',all,,,,unopened,',
    },
    {
      title: say('desk-group', { title: say('desk-meetings'), n: 1 }),
      lines: [
        lineOf(
          say,
          say('desk-meeting', { kind: say('meeting-strategy'), time: 'tomorrow 10:00' }),
          'Robin Vale',
        ),
      ],
      buttons: [lineOf(say, '', 'Robin Vale')],
      all: undefined,
      filter: ',all,,,,meetings,',
    },
  ],
  duty: [{ site: 'Fernhill Primary School: ', who: words('Iris Kay') }],
});

const choices = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    title: `Something that is invented, ${n + 1}`,
    value: `choice-${n + 1}`,
  }));
const chosen = {
  ...{ 'chosen-site': 'all', 'chosen-status': 'open', 'chosen-whose': 'all', 'chosen-kind': 'all' },
  ...{ 'chosen-since': undefined, 'chosen-waits': 'all' },
  statuses: [{ title: 'Not closed', value: 'open' }, ...choices(5)],
};
const all = (title: string) => [{ title, value: 'all' }];
const inList = (say: Say, name?: string, why?: string): SlotData => ({
  ...lineOf(say, '', name),
  sent: ` ${sent(say)}`,
  status: ` ${say('desk-status-owned')}`,
  who: words(' Iris Kay.'),
  why,
});

const oneCase = (say: Say): SlotData => ({
  ...chosen,
  title: say('desk-cases', { n: 1 }),
  where: undefined,
  none: false,
  damaged: undefined,
  cases: [inList(say)],
  previous: undefined,
  next: undefined,
  hasSites: false,
  sites: all(say('desk-all-sites')),
  owners: [...all(say('desk-everybodys')), { title: say('desk-only-mine'), value: 'mine' }],
  kinds: all(say('desk-any-kind')),
  reasons: all(say('desk-any-reason')),
});

/** What waits for a lead, and the list of cases. */
export const deskSamples = (say: Say): Readonly<Record<string, Samples>> => ({
  today: {
    normal: normal(say),
    nothing: { ...normal(say), first: say('desk-nothing'), since: undefined, groups: [], duty: [] },
    fullest: fullest(say),
  },
  'today-message': {
    normal: { date: DATE, line: `${say('desk-can-wait')} ${say('desk-waits', { n: 4 })}` },
    nothing: { date: DATE, line: say('desk-nothing') },
  },
  cases: {
    normal: oneCase(say),
    nothing: { ...oneCase(say), title: say('desk-cases', { n: 0 }), none: true, cases: [] },
    fullest: {
      ...chosen,
      title: say('desk-cases', { n: 10_000 }),
      where: say('desk-page', { page: 2, pages: 1000 }),
      none: false,
      damaged: say('desk-damaged-one'),
      cases: Array.from({ length: 10 }, () =>
        inList(say, LONGEST, ` ${say('desk-asked-at', { time: '17 November 16:40' })}`),
      ),
      previous: ',open,,,,,',
      next: ',open,,,,,2',
      hasSites: true,
      'chosen-since': '2026-09-01',
      sites: [...all(say('desk-all-sites')), ...choices(12)],
      owners: [...all(say('desk-everybodys')), { title: say('desk-only-mine'), value: 'mine' }],
      kinds: [...all(say('desk-any-kind')), ...choices(30)],
      reasons: [...all(say('desk-any-reason')), ...choices(11)],
    },
  },
});

/** What stands above App Home for whoever has a desk. */
export const deskAbove = (say: Say): SlotData => ({
  desk: true,
  deskDate: DATE,
  deskFirst: say('desk-cannot-wait', { n: 2 }),
  deskLines: [
    { text: say('desk-damaged-one') },
    ...DESK_GROUPS.map((group) => ({
      text: say('desk-group', { title: say(`desk-${group}`, SYSTEM), n: 12 }),
    })),
  ],
});
