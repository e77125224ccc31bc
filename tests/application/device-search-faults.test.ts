import { intentHandler } from '../../src/application/handle-intent.ts';
import { recordOf, stateOf, typesIn } from '../support/concern.ts';
import { faultyStore, type When } from '../support/faulty-store.ts';
import { memoryStore } from '../support/memory-store.ts';
import { beginSearch, DEVICE, HELD, next, searchingSchool, upToUrgent } from '../support/search.ts';
import { signed } from '../support/transcript.ts';

describe('a search that cannot be saved', () => {
  it.each<When>(['before', 'after'])(
    'is given back and begun once, when the store fails %s it wrote',
    async (when) => {
      const { store, failAt } = faultyStore(memoryStore());
      const org = await searchingSchool({ store });
      const ada = org.at('p-ada');
      await ada.say('search a device');
      failAt(1, when);
      await ada.press('Start', DEVICE);
      expect(ada.answer().type).toBe('keep-form');
      expect(ada.texts()).toContain('Not saved yet. Your words are still here.');
      expect(JSON.stringify(ada.card())).toContain(DEVICE.where);
      await ada.press('Try again');
      expect(ada.texts()).toContain('What is the reason for the search?');
      expect((await org.store.openCases()).items).toHaveLength(1);
    },
  );

  it.each<When>(['before', 'after'])(
    'keeps what was typed into a step, when the store fails %s it wrote',
    async (when) => {
      const { store, failAt } = faultyStore(memoryStore());
      const org = await searchingSchool({ store });
      const ada = org.at('p-ada');
      const id = await upToUrgent(ada);
      failAt(1, when);
      await next(ada, { answer: 'Yes', note: 'She is afraid of what he will post.' });
      expect(JSON.stringify(ada.card())).toContain('She is afraid of what he will post.');
      await ada.press('Try again');
      expect(ada.texts()).toContain('Tell the child why you want to search it.');
      expect((await typesIn(org, id)).filter((type) => type === 'StepDone')).toHaveLength(3);
    },
  );
});

describe('what is pressed too late, twice or somewhere else', () => {
  it('the same press twice is one step', async () => {
    const org = await searchingSchool();
    const ada = org.at('p-ada');
    const id = await beginSearch(ada);
    const before = ada.card();
    await next(ada, { answer: 'It may harm somebody' });
    const button = before.body.flatMap((each) => (each.type === 'ActionSet' ? each.actions : []))[0];
    if (button?.type !== 'Action.Execute') throw new Error('The step has no button');
    const { do: verb, record, arg = '', actionId = '', sig = '' } = button.data;
    await ada.send({
      do: verb,
      record: record ?? '',
      arg,
      actionId,
      sig,
      inputs: { 'answer-9': 'None of these' },
    });
    expect(ada.texts()).toContain('Could there be a nude or indecent image');
    expect((await typesIn(org, id)).filter((type) => type === 'StepDone')).toHaveLength(1);
  });

  it('half a chain of custody is none: who, where and why are all asked for', async () => {
    const org = await searchingSchool();
    const ada = org.at('p-ada');
    await beginSearch(ada);
    await ada.press('Stop: there may be an indecent image');
    await ada.press('What to do next');
    await next(ada, { ...HELD, place: '' });
    expect(ada.answer().type).toBe('keep-form');
    expect(ada.texts()).toContain('Please write a few words');
    expect(JSON.stringify(ada.card())).toContain('So that nobody looks at it');
  });

  it('in a place that others can read nothing of it opens', async () => {
    const org = await searchingSchool();
    const ada = org.at('p-ada');
    const id = await beginSearch(ada);
    const channel = { platform: 'teams', to: { conversation: 'staff-room' } } as const;
    const from = { platform: 'teams', account: ada.person.teams ?? '' } as const;
    const handle = intentHandler(org.deps());
    const place = { type: 'shared', channel } as const;
    const said = await handle({ type: 'say', text: 'search a device', from, place, view: false });
    const pressed = await handle({
      type: 'press',
      press: signed({ do: 'spot.open', record: id }),
      from,
      place,
      view: false,
    });
    for (const answer of [said, pressed]) {
      expect(JSON.stringify(answer)).toContain('Please ask me that in your own chat with me.');
      expect(JSON.stringify(answer)).not.toContain('search');
    }
  });

  it('after the case is closed there is nothing left to do, and a stop opens it again', async () => {
    const org = await searchingSchool();
    const ada = org.at('p-ada');
    const id = await beginSearch(ada);
    const { state, ...rest } = await recordOf(org, id);
    const closed = { status: 'closed', by: ada.person.id, at: org.clock.now(), line: '' } as const;
    const body = { kind: 'case', state: { ...state, progress: closed } };
    const head = {
      id,
      version: rest.version + 1,
      status: 'closed',
      tokens: [],
      body: JSON.parse(JSON.stringify(body)),
    };
    await org.store.commit({
      type: 'write',
      expected: rest.version,
      head: { ...head, status: 'closed' },
      events: [],
      wakes: [],
    });
    await next(ada, { answer: 'It may harm somebody' });
    expect(ada.texts()).toContain('That step is not there any more.');
    await ada.send(signed({ do: 'spot.open', record: id }));
    expect(ada.texts()).toContain('That is all for you.');
    await ada.send(signed({ do: 'spot.stop', record: id }));
    expect(ada.texts()).toContain('Stop. Do not look any further.');
    expect((await stateOf(org, id)).progress.status).toBe('new');
  });
});
