import { words } from '../../src/cards/fill.ts';
import { CASE, longWords, type Samples, type Say } from './sample-parts.ts';

const WHEN = '24 November 2026 at 10:05';

/** Who has which role, what waits for a second person, and whom no message reaches. */
export const peopleSamples = (say: Say): Readonly<Record<string, Samples>> => {
  const thin = { record: CASE, isOpen: true };
  const held = [
    { role: 'designated safeguarding lead (DSL)', names: words('Iris Kay') },
    { role: 'deputy safeguarding lead', names: words('Nadia Marsh and Owen Pike') },
    { role: 'IT lead', names: words(say('roles-nobody')) },
  ];
  const roles = {
    site: 'Fernhill Primary School',
    when: WHEN,
    by: words(say('roles-by', { who: 'Ivo Stone' })),
    lines: [
      { text: words(say('roles-gained', { who: 'Ada Bell', roles: 'deputy safeguarding lead' })) },
      { text: words(say('roles-lost', { who: 'Lena Frost', roles: 'deputy safeguarding lead' })) },
      { text: words(say('roles-account', { who: 'Nadia Marsh' })) },
    ],
    held,
  };
  const ask = {
    who: words('Ada Bell'),
    roles: 'headteacher',
    site: 'Fernhill Primary School',
    by: words(say('access-by', { who: 'Ivo Stone', date: WHEN })),
    from: undefined,
    ends: [],
    record: CASE,
  };
  const sections = [
    {
      title: say('people-unreached'),
      note: say('people-unreached-note'),
      lines: [{ text: words('Nell Ash') }],
    },
    {
      title: say('people-waiting'),
      note: undefined,
      lines: [
        {
          text: words(
            say('people-waits', {
              who: 'Ada Bell',
              site: 'Fernhill Primary School',
              roles: 'deputy safeguarding lead',
            }),
          ),
        },
      ],
    },
    {
      title: say('people-gone'),
      note: undefined,
      lines: [{ text: words(say('people-day', { who: 'Kit Rowan', date: '26 October 2026' })) }],
    },
  ];
  return {
    'people-message': {
      normal: { ...thin, text: say('access-asked'), button: say('access-open'), do: 'people.ask' },
      roles: {
        ...thin,
        text: say('roles-changed', { site: 'Fernhill Primary School' }),
        button: say('roles-open'),
        do: 'people.roles',
      },
      list: { ...thin, text: say('people-ready'), button: say('people-open'), do: 'people.open' },
      over: { ...thin, text: say('access-answered'), button: '', do: '', isOpen: false },
    },
    'roles-now': {
      normal: roles,
      fullest: {
        ...roles,
        by: undefined,
        lines: Array.from({ length: 12 }, () => ({ text: longWords(200) })),
        held: Array.from({ length: 12 }, () => ({
          role: 'designated safeguarding lead (DSL)',
          names: longWords(500),
        })),
      },
    },
    'access-ask': {
      normal: ask,
      handing: {
        ...ask,
        from: say('access-from', { date: '1 January 2027' }),
        ends: [{ text: words(say('access-ends', { who: 'Vera Wynn', roles: 'headteacher' })) }],
      },
    },
    people: {
      normal: { sections, none: undefined },
      nobody: { sections: [], none: say('people-none') },
      fullest: {
        sections: Array.from({ length: 4 }, () => ({
          title: say('people-unreached'),
          note: say('people-unreached-note'),
          lines: Array.from({ length: 21 }, () => ({ text: longWords(120) })),
        })),
        none: undefined,
      },
    },
  };
};
