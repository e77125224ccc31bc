import { workOnce } from '../../src/application/due-work.ts';
import { startCalendar } from '../../src/application/duties/mornings.ts';
import { intentHandler } from '../../src/application/handle-intent.ts';
import { startRoll } from '../../src/application/people/roll.ts';
import { readRoll } from '../../src/application/people/roll-record.ts';
import { recordOf } from '../../src/application/people/store.ts';
import { PersonId } from '../../src/domain/ids.ts';
import type { Person } from '../../src/domain/people/directory.ts';
import { textsOf } from '../support/check-card.ts';
import { type Organisation, organisation, type Pack } from '../support/organisation.ts';
import { nudged, sentTo, TRAINING, training, withTraining } from '../support/people.ts';
import { press } from '../support/press.ts';
import { putPeople } from '../support/put-people.ts';
import { signed } from '../support/transcript.ts';

/** The organisation's people, one of them as given. */
async function having(pack: Pack, id: string, more: Partial<Person>) {
  const { directory } = await organisation(pack);
  const people = directory.people.map((each) => (each.id === id ? { ...each, ...more } : each));
  return { directory: { ...directory, people } };
}
const standing = (org: Organisation, id: string) =>
  textsOf(org.at(id).inbox().at(-1)?.message.card ?? org.at(id).card()).join('\n');
const days = (org: Organisation, id: string) => sentTo(org, id).map((at) => at.slice(0, 10));
const DAY = { hours: 24 } as const;
const REFRESHER = training();
const COURSE = training({ id: 'course', name: 'First aid course', refresher: undefined, every: 'P24M' });

describe('the card', () => {
  it('says what is due, by when and how long it takes, with one button a way out', async () => {
    const { directory } = await having('two-schools', 'p-ben', { trained: '2025-12-05' });
    const org = await withTraining('two-schools', [REFRESHER], { directory });
    expect(standing(org, 'p-ben')).toContain(
      'Your safeguarding refresher is due by 5 December 2026. It takes about 40 minutes.',
    );
    expect(org.at('p-ben').titles()).toEqual([
      'I have done it',
      'I am booked',
      'Remind me next week',
      'Not me any more',
    ]);
    expect(sentTo(org, 'p-iris')).toEqual([]);
  });

  it('is one, however many things are due, and names the nearest day', async () => {
    const org = await withTraining('two-schools', [COURSE, REFRESHER]);
    expect(sentTo(org, 'p-ada')).toHaveLength(1);
    expect(standing(org, 'p-ada')).toContain('2 things are due; the first was due on 2 October 2026.');
    expect(org.at('p-ada').titles()).toEqual(['Open', 'Remind me next week']);
    const ada = org.at('p-ada');
    await ada.press('Open');
    expect(ada.texts()).toMatch(/Safeguarding refresher[\s\S]*First aid course/);
  });

  it('comes anew each round, and earlier ones say so and lose their buttons', async () => {
    const org = await withTraining('two-schools', [REFRESHER]);
    await org.advance({ hours: 24 * 9 });
    expect(days(org, 'p-ada')).toEqual(['2026-11-24', '2026-12-01']);
    const [first, second] = org.at('p-ada').inbox();
    expect(textsOf(first?.message.card ?? org.at('p-ada').card())).toEqual([
      'There is a newer card for this.',
    ]);
    expect(textsOf(second?.message.card ?? org.at('p-ada').card()).length).toBeGreaterThan(3);
  });

  it('says when the line manager will be told, and that they were', async () => {
    const { directory } = await having('two-schools', 'p-ben', { trained: '2025-11-20' });
    const org = await withTraining('two-schools', [REFRESHER], { directory });
    const ben = org.at('p-ben');
    expect(standing(org, 'p-ben')).toContain('was due on 20 November 2026.');
    expect(ben.texts()).toContain('Your line manager will be told on 5 December 2026 if it is still open.');
    await org.advance({ hours: 24 * 18 });
    expect(standing(org, 'p-ben')).toContain('Your line manager has been told.');
  });

  it('says that an interval is the organisation’s own, where the policy names none', async () => {
    const org = await withTraining('two-schools', [training({ every: null, otherwise: 'P6M' })]);
    expect(standing(org, 'p-ada')).toContain(
      'The policy gives no interval; every 6 months was set by North and South Primary Schools.',
    );
  });
});

describe('what somebody answers', () => {
  it('done, with the day and the certificate: quiet until the next time comes near', async () => {
    const org = await withTraining('two-schools', [training({ certificate: true, every: 'P3M' })]);
    const ada = org.at('p-ada');
    await ada.press('I have done it');
    await ada.press('Save it', { date: '2026-11-20' });
    expect(ada.texts()).toContain('Not saved yet. Write down the number or name of the certificate.');
    await ada.press('Save it', { date: '2026-11-20', certificate: 'C-17' });
    expect(ada.texts()).toContain('It is noted as done. Thank you.');
    await org.settle();
    expect(standing(org, 'p-ada')).toBe('Nothing is due now.');
    await org.advance({ hours: 24 * 57 });
    expect(days(org, 'p-ada')).toEqual(['2026-11-24']);
    await org.advance({ hours: 24 * 3 });
    expect(days(org, 'p-ada')).toEqual(['2026-11-24', '2027-01-21']);
  });

  it.each([
    ['2026-11-25', 'Not saved yet. Please give a day that is not in the future.'],
    ['2015-11-25', 'Not saved yet. Please look at the year: that is more than ten years ago.'],
    ['31/11/2026', 'Not saved yet. Please give the day.'],
    ['', 'Not saved yet. Please give the day.'],
  ])('a day that nobody means (%s) keeps the form, and changes nothing', async (date, words) => {
    const org = await withTraining('two-schools', [REFRESHER]);
    const ada = org.at('p-ada');
    await ada.press('I have done it');
    await ada.press('Save it', { date });
    expect(ada.answer().type).toBe('keep-form');
    expect(ada.texts()).toContain(words);
    await ada.press('Save it', { date: '2026-11-23' });
    expect(ada.texts()).toContain('It is noted as done.');
  });

  it('booked: quiet until the day after, then asked again', async () => {
    const org = await withTraining('two-schools', [REFRESHER]);
    const ada = org.at('p-ada');
    await ada.press('I am booked');
    await ada.press('Save the day', { date: '2026-11-20' });
    expect(ada.texts()).toContain('Please give a day that is not past.');
    await ada.press('Save the day', { date: '2026-12-03' });
    await org.settle();
    expect(standing(org, 'p-ada')).toContain('Booked for 3 December 2026.');
    await org.advance({ hours: 24 * 11 });
    expect(days(org, 'p-ada')).toEqual(['2026-11-24', '2026-12-04']);
    expect(standing(org, 'p-ada')).not.toContain('Booked');
  });

  it('next week: a week later, and as often as asked', async () => {
    const org = await withTraining('two-schools', [REFRESHER]);
    const ada = org.at('p-ada');
    await ada.press('Remind me next week');
    expect(ada.texts()).toContain('You will be reminded again from 1 December 2026.');
    await org.advance({ hours: 24 * 8 });
    expect(days(org, 'p-ada')).toEqual(['2026-11-24', '2026-12-01']);
  });

  it('not me any more: nobody is reminded until a lead has answered', async () => {
    const org = await withTraining('two-schools', [REFRESHER]);
    const ada = org.at('p-ada');
    await ada.press('Not me any more');
    expect(ada.texts()).toContain('It is noted. A safeguarding lead will look at it.');
    await org.advance({ hours: 24 * 40 });
    expect(days(org, 'p-ada')).toEqual(['2026-11-24']);
  });

  it('counts one press once, and nobody else’s at all', async () => {
    const org = await withTraining('two-schools', [REFRESHER]);
    const ada = org.at('p-ada');
    const later = press(ada.card(), 'Remind me next week');
    const ben = org.at('p-ben');
    await ben.send(later);
    expect(ben.texts()).toBe('There is nothing here for you.');
    await Promise.all([1, 2, 3].map(() => org.at('p-ada').send(later)));
    await org.advance({ hours: 24 * 8 });
    expect(days(org, 'p-ada')).toHaveLength(2);
  });

  it('from an older card: how things stand now', async () => {
    const org = await withTraining('two-schools', [REFRESHER]);
    const ada = org.at('p-ada');
    const stale = press(ada.card(), 'I am booked');
    await ada.press('I have done it');
    await ada.press('Save it', { date: '2026-11-23' });
    const { record = '', arg = '' } = stale;
    await ada.send(signed({ do: 'person.booked', record, arg }, { date: '2026-12-03' }, 'another'));
    expect(ada.texts()).toBe('Nothing is due now.');
    await ada.send(signed({ do: 'training.done', record, arg }, {}, 'of an earlier version'));
    expect(ada.texts()).toBe('Nothing is due now.');
  });

  it('where others may look, nothing is typed', async () => {
    const org = await withTraining('two-schools', [REFRESHER]);
    const ada = org.at('p-ada');
    await ada.send(press(ada.card(), 'I have done it'), false);
    expect(ada.texts()).toContain('Please ask me that in your own chat with me.');
  });
});

describe('a line manager', () => {
  it('hears how many are late, sees who in private, and is told no more than once a week', async () => {
    const org = await withTraining('two-schools', [REFRESHER]);
    expect(standing(org, 'p-vera')).toContain('2 people you manage are late with training or agreements.');
    expect(standing(org, 'p-vera')).not.toMatch(/Ada|Ivo/);
    const vera = org.at('p-vera');
    await vera.press('See who');
    expect(vera.texts()).toMatch(/Ada Bell\n.*Safeguarding refresher: It was due on 2 October 2026\./);
    await org.advance({ hours: 24 * 30 });
    const weeks = days(org, 'p-vera');
    expect(
      weeks.every((day, n) => n === 0 || Date.parse(day) - Date.parse(weeks[n - 1] ?? day) >= 7 * 864e5),
    ).toBe(true);
    await org.at('p-ben').send(press(vera.inbox().at(-1)?.message.card ?? vera.card(), 'See who'));
    expect(org.at('p-ben').inbox()).toHaveLength(0);
  });

  it('has the card brought up to date as they finish', async () => {
    const org = await withTraining('two-schools', [REFRESHER]);
    for (const [id, text] of [
      ['p-ada', '1 person you manage is late with training or agreements.'],
      ['p-ivo', 'Everybody is up to date now. Thank you.'],
    ] as const) {
      const client = org.at(id);
      await client.press('I have done it');
      await client.press('Save it', { date: '2026-11-23' });
      await org.settle();
      expect(standing(org, 'p-vera')).toContain(text);
    }
    expect(sentTo(org, 'p-vera')).toHaveLength(1);
  });

  it('is told at once of somebody whom no chat reaches', async () => {
    const { directory } = await having('two-schools', 'p-ada', {});
    const people = directory.people.map(({ teams, slack, ...rest }) =>
      rest.id === 'p-ada' ? rest : { ...rest, ...(teams && { teams }), ...(slack && { slack }) },
    );
    const org = await withTraining('two-schools', [REFRESHER], { directory: { ...directory, people } });
    expect(standing(org, 'p-vera')).toContain('1 person has no chat account. Please tell them what is due.');
    const vera = org.at('p-vera');
    await vera.press('See who');
    expect(vera.texts()).toContain('They have no chat account. Please tell them.');
  });

  it('is not there: whoever leads safeguarding tells somebody whom no chat reaches', async () => {
    const { directory } = await having('two-schools', 'p-ada', {});
    const people = directory.people.map(({ teams, slack, manager, ...rest }) =>
      rest.id === 'p-ada'
        ? rest
        : { ...rest, ...(teams && { teams }), ...(slack && { slack }), ...(manager && { manager }) },
    );
    const org = await withTraining('two-schools', [REFRESHER], { directory: { ...directory, people } });
    for (const id of ['p-iris', 'p-nadia'])
      expect(standing(org, id)).toContain('1 person has no chat account. Please tell them what is due.');
    expect(standing(org, 'p-vera')).toContain('1 person you manage is late');
  });

  it('has nobody on the card who has left', async () => {
    const org = await withTraining('two-schools', [REFRESHER]);
    await putPeople(org.deps(), { people: org.directory.people.filter(({ id }) => id !== 'p-ada') });
    await org.settle();
    expect(standing(org, 'p-vera')).toContain('1 person you manage is late');
  });

  it('changes: whoever they were before knows no more', async () => {
    const org = await withTraining('two-schools', [REFRESHER]);
    const people = org.directory.people.map((each) =>
      each.id === 'p-ada' ? { ...each, manager: PersonId.parse('p-hugh') } : each,
    );
    await putPeople(org.deps(), { people });
    await org.advance({ hours: 24 * 8 });
    expect(standing(org, 'p-vera')).toContain('1 person you manage is late');
    expect(standing(org, 'p-hugh')).toContain('2 people you manage are late');
  });

  it('is not the only one, where the policy has others told', async () => {
    const org = await withTraining('two-schools', [training({ tell: ['safeguarding-governor'] })]);
    expect(standing(org, 'p-greta')).toContain('3 people are late with training that you are to know about.');
    const greta = org.at('p-greta');
    await greta.press('See who');
    expect(greta.texts()).toContain('Finn Reed');
  });
});

describe('who has a record', () => {
  const INDUCTION = training({ id: 'induction', name: 'Induction', every: 'once', refresher: undefined });

  it('whoever is here at the start is asked for nothing that was before', async () => {
    const org = await withTraining('two-schools', [INDUCTION]);
    expect(nudged(org)).toEqual([]);
  });

  it('whoever comes later, from their first day on, with four weeks', async () => {
    const org = await withTraining('two-schools', [INDUCTION]);
    const people = [
      ...org.directory.people.filter(({ id }) => id !== 'p-ada'),
      ...org.directory.people
        .filter(({ id }) => id === 'p-ada')
        .map((each) => ({
          ...each,
          id: PersonId.parse('p-new'),
          teams: 'entra-new',
          slack: 'U0NEW',
          started: '2026-12-01',
        })),
    ];
    await putPeople(org.deps(), { people });
    await org.advance({ hours: 24 * 6 });
    expect(org.post.reached(['U0NEW'])).toEqual([]);
    await org.advance({ hours: 24 * 2 });
    const [told] = org.post.reached(['U0NEW']);
    expect(told?.at.slice(0, 10)).toBe('2026-12-01');
    expect(textsOf(told?.message.card ?? org.at('p-ben').card()).join(' ')).toContain(
      'due by 29 December 2026',
    );
  });

  it('whoever comes to a role counts from that day', async () => {
    const org = await withTraining('two-schools', [
      training({ id: 'lead', name: 'Lead course', roles: ['dsl'], every: 'once', refresher: undefined }),
    ]);
    const people = org.directory.people.map((each) =>
      each.id === 'p-ben'
        ? {
            ...each,
            roles: [...each.roles, ...each.roles.map(({ site }) => ({ role: 'dsl' as const, site }))],
          }
        : each,
    );
    await putPeople(org.deps(), { people });
    await org.settle();
    expect(nudged(org)).toEqual(['p-ben']);
    expect(standing(org, 'p-ben')).toContain('due by 22 December 2026');
  });

  it('whoever leaves is reminded no more, and again when they come back', async () => {
    const org = await withTraining('two-schools', [REFRESHER]);
    await putPeople(org.deps(), { people: org.directory.people.filter(({ id }) => id !== 'p-ada') });
    await org.advance({ hours: 24 * 20 });
    expect(days(org, 'p-ada')).toEqual(['2026-11-24']);
    await putPeople(org.deps(), { people: org.directory.people });
    await org.advance(DAY);
    expect(days(org, 'p-ada')).toEqual(['2026-11-24', '2026-12-14']);
  });

  it('a policy that changes asks for what is new, and makes no second nudge of what was told', async () => {
    const org = await withTraining('two-schools', [REFRESHER]);
    await org.change([training({ every: 'P6M' })]);
    expect(days(org, 'p-ada')).toEqual(['2026-11-24']);
    await org.change([REFRESHER, COURSE]);
    expect(days(org, 'p-ben')).toEqual(['2026-11-24']);
    expect(standing(org, 'p-ben')).toContain('Your first aid course is due by 22 December 2026.');
    await org.change([]);
    expect(standing(org, 'p-ben')).toBe('Nothing is due now.');
  });

  it('a walk writes nothing for those whom the change does not touch', async () => {
    const org = await withTraining('two-schools', [REFRESHER]);
    const versions = () =>
      Promise.all(
        org.directory.people.map(
          async ({ id }) => (await org.store.read(recordOf(org.deps(), id)))?.head.version,
        ),
      );
    const before = await versions();
    const people = org.directory.people.map((each) =>
      each.id === 'p-ben' ? { ...each, trained: '2026-09-10' } : each,
    );
    await putPeople(org.deps(), { people });
    await org.settle();
    const after = await versions();
    const changed = org.directory.people.filter((_, n) => before[n] !== after[n]).map(({ id }) => id);
    expect(changed).toEqual(['p-ben']);
  });

  it('the walk goes on where it was, after a restart in the middle of it', async () => {
    const { directory } = await organisation('two-schools');
    const [like] = directory.people.filter(({ id }) => id === 'p-ada');
    if (like === undefined) throw new Error('Ada is gone');
    const many = Array.from({ length: 450 }, (_, n) => ({
      ...like,
      id: PersonId.parse(`p-many-${n}`),
      slack: `U8${n}`,
      teams: `e-${n}`,
    }));
    let left = Number.POSITIVE_INFINITY;
    const org = await organisation('two-schools', {
      directory: { ...directory, people: [...directory.people, ...many] },
      doctor: (deps) => ({
        ...deps,
        store: {
          ...deps.store,
          commit: async (change) => {
            left -= 1;
            if (left < 0) throw new Error('The disk is full');
            return deps.store.commit(change);
          },
        },
      }),
    });
    await startRoll(org.deps());
    left = 250;
    await workOnce(org.deps(), 'worker');
    expect((await readRoll(org.deps())).roll?.cursor).toBe(200);
    left = Number.POSITIVE_INFINITY;
    org.restart();
    await startRoll(org.deps());
    expect((await readRoll(org.deps())).roll?.cursor).toBe(200);
    await org.advance({ minutes: 2 });
    const { roll } = await readRoll(org.deps());
    expect([roll?.cursor, roll?.first]).toEqual([undefined, undefined]);
    expect(many.filter(({ slack }) => org.post.reached([slack]).length === 0).map(({ id }) => id)).toEqual(
      [],
    );
  });
});

describe('one’s own list', () => {
  it('has everything that is asked, with days and sources, and what was learned besides', async () => {
    const org = await withTraining('two-schools', [
      training({ topics: [{ id: 'online', text: 'online safety' }] }),
      COURSE,
    ]);
    const ben = org.at('p-ben');
    await ben.say('my training');
    expect(ben.texts()).toContain('Done on 3 September 2026. Next due by 3 September 2027.');
    expect(ben.texts()).toContain('It covers: online safety.');
    expect(ben.texts()).toContain('Why?');
    await ben.press('Add something I learned');
    await ben.press('Save it', { what: '', date: '2026-11-02' });
    expect(ben.texts()).toContain('Not saved yet. Say what you learned.');
    await ben.press('Save it', { what: 'A talk about filters', date: '2026-11-02', certificate: 'T-9' });
    expect(ben.texts()).toContain('2 November 2026: A talk about filters (T-9)');
    expect(org.post.sent.some(({ message }) => JSON.stringify(message.card).includes('filters'))).toBe(false);
  });

  it('leaves only a thin card where it would be a message', async () => {
    const org = await withTraining('two-schools', [REFRESHER]);
    const ada = org.at('p-ada').person;
    const answer = await intentHandler(org.deps())({
      type: 'say',
      text: 'my training',
      from: { platform: 'teams', account: ada.teams ?? '' },
      place: { type: 'private' },
      view: false,
    });
    expect(answer.type === 'card' && textsOf(answer.card).includes('Open')).toBe(true);
  });

  it('shows what was left out, until it is covered', async () => {
    const org = await withTraining('two-schools', [
      training({
        topics: [
          { id: 'online', text: 'online safety' },
          { id: 'filtering', text: 'filtering' },
        ],
      }),
    ]);
    const ada = org.at('p-ada');
    await ada.press('I have done it');
    await ada.press('Save it', { date: '2026-11-20', topics: '' });
    expect(ada.texts()).toContain('Not saved yet. Tick what it covered.');
    await ada.press('Save it', { date: '2026-11-20', topics: 'online' });
    expect(ada.texts()).toContain('Still to cover: filtering.');
    await ada.press('I have done it');
    await ada.press('Save it', { date: '2026-11-23', topics: 'filtering' });
    expect(ada.texts()).toContain('It is noted as done.');
  });
});

it('a reminder that an earlier version kept is read, and nothing follows from it', async () => {
  const org = await withTraining('two-schools', []);
  const old = {
    kind: 'training',
    person: 'p-ada',
    training: 'refresher',
    due: '2026-10-02',
    standing: 'due',
  };
  const id = org.deps().keyring.recordId('training|p-ada|refresher');
  const head = { id, version: 1, status: 'none', tokens: [], body: { ...old, applied: [] } } as const;
  const wakes = [{ lane: 'bulk', at: org.clock.now() }] as const;
  await org.store.commit({ type: 'write', expected: 0, head, events: [], wakes });
  await org.settle();
  expect(nudged(org)).toEqual([]);
  expect(org.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  expect(await org.store.due(org.clock.now(), 'bulk', 5)).toEqual([]);
});

describe('nothing is sent twice', () => {
  it('after a crash between the send and its receipt, nor when nobody can tell whether it arrived', async () => {
    const org = await organisation('two-schools');
    org.post.hooks.fault = () => ({ type: 'ambiguous', code: 'timeout' });
    await startCalendar(org.deps());
    await org.settle();
    org.post.hooks.fault = undefined;
    org.restart();
    await org.advance({ hours: 2 });
    expect(sentTo(org, 'p-ada')).toHaveLength(1);
  });

  it('waits for somebody whom nothing reaches yet, and counts no round meanwhile', async () => {
    const org = await withTraining('two-schools', [REFRESHER], { platforms: ['teams'] });
    expect(nudged(org)).toEqual([]);
    await org.at('p-ada', 'teams').join();
    await org.advance(DAY);
    expect(nudged(org)).toEqual(['p-ada']);
    expect(sentTo(org, 'p-ada', TRAINING)).toHaveLength(1);
  });
});
