import { obligations } from '../../support/obligations.ts';
import { seesAll, startsWithout } from './acts.ts';
import { historyShows, inChannel, opening, stands, staysOpenFor } from './acts-11.ts';

const LADO = 'Talk it through with the LADO within one working day.';
const CONDUCT = 'Act as the staff behaviour policy and the code of conduct say.';
const STORY = { seen: 'Films learners on a phone of their own.' };

obligations('beauclerc-chennestone', ({ obligation }) => {
  obligation(
    'BC-10.2a',
    'executed',
    'a complaint about staff goes to the headteacher of that school alone, and the leads get the learner and no word of the adult',
    async (world) => {
      const channel = await world.bindChannel(['p-dsl', 'p-deputy']);
      await world.report({ adult: ['p-pip'], ticks: ['rules'], story: STORY });
      world.told('p-head');
      world.sees('p-sam', 'It is on its way to someone who is not involved.');
      world.channelSees(channel, 'New, 24 November 10:05.');
      expect(world.org.post.box(channel)).toHaveLength(1);
      expect(inChannel(world, channel)).not.toMatch(/Pip|Harlow|phone/);
      await world.open('p-head');
      seesAll(world, 'p-head', 'This is about an adult here.', 'Adult in it: Pip Harlow', STORY.seen);
      await world.at('p-dsl').send(opening(world, 'p-head'));
      world.refused('p-dsl', 'There is nothing here for you.');
      await world.report({ by: 'p-sam-2', adult: ['p-pip-2'], ticks: ['rules'], story: STORY });
      world.told('p-head-2', 'p-dsl-2');
      await world.open('p-dsl-2', world.org.deps().keyring.recordId(`child|${world.newest()}`));
      world.sees('p-dsl-2', 'May have been harmed: Robin Vale');
      world.sees(
        'p-dsl-2',
        'There is a worry that involves this child. For what happened, ask the headteacher',
      );
      for (const who of ['p-dsl', 'p-deputy', 'p-dsl-2', 'p-deputy-2'])
        world.never(who, /Pip|Harlow|Wren|Salter|Films learners/);
      await world.advance({ minutes: 30 });
      world.received('p-chair', 'New, 24 November 10:05.');
      world.fromHere();
      // About a leader, or nobody knows whom: the leads hear nothing at all. About the headteacher: the chair.
      await world.report({ by: 'p-con', site: 'south', adult: ['p-leader'], story: STORY });
      world.told('p-head-2');
      await world.report({ by: 'p-con', site: 'south', adult: ['p-deputy-2'], story: STORY });
      world.told('p-head-2');
      await world.report({ by: 'p-con', site: 'south', adult: 'unsure', story: STORY });
      world.told('p-head-2');
      await world.report({ by: 'p-con', site: 'south', adult: ['p-head-2'], story: STORY });
      world.told('p-chair', 'p-dsl-2');
      // Nor are they asked for a yes in it later.
      await world.report({ adult: ['p-leader'], ticks: ['images'], story: STORY });
      await world.take('p-head');
      await world.triage('p-head', 'images-on-our-devices', { adult: 'yes' });
      world.fromHere();
      await world.refer('p-head', 'images-on-our-devices.police-first', { agency: 'police' });
      world.told('p-head');
      // Where everyone who would hear of a learner is part of it, the headteacher does in their place.
      await world.report({ ticks: ['online'], connected: ['p-dsl', 'p-deputy', 'p-leader'] });
      world.told('p-head');
      await expect(startsWithout('headteacher@north')).rejects.toThrow('Nobody is "headteacher" at "north"');
    },
  );

  obligation(
    'BC-10.2b',
    'executed',
    'what an adult is said to have done online is talked through with the LADO before the case closes',
    async (world) => {
      await world.report({ adult: ['p-pip'], ticks: ['online', 'adult-behaviour'], story: STORY });
      world.sees('p-sam', 'Local authority designated officer (LADO) 01632 960440');
      await world.take('p-head');
      await stands(world, 'p-head', LADO, {
        must: 'Must be done: our policy, section 10.2',
        due: 'tomorrow 10:05.',
      });
      await staysOpenFor(
        world,
        'p-head',
        { 'staff-allegation.lado': LADO, 'staff-allegation.conduct': CONDUCT },
        { threshold: 'No, it is low-level' },
      );
      await world.openStep('p-head', 'staff-allegation.lado');
      world.notOffered('p-head', 'Not this time');
      await world.save('p-head', {
        who: 'The officer on duty',
        date: '2026-11-24',
        time: '10:40',
        reference: 'L-9',
      });
      await historyShows(world, 'p-head', /LADO[^\n]*\nThe officer on duty\n[^\n]*10:40[^\n]*\nL-9/);
      await world.report({ names: ['A former coach'], ticks: ['adult-behaviour'], story: STORY });
      await world.take('p-head');
      await world.advance({ hours: 25 });
      world.received('p-head', 'Something is late.');
    },
  );

  obligation(
    'BC-10.2c',
    'executed',
    'then the headteacher acts as the staff behaviour policy and the code of conduct say',
    async (world) => {
      await world.report({ adult: ['p-pip'], ticks: ['adult-behaviour'], story: STORY });
      await world.take('p-head');
      await stands(world, 'p-head', CONDUCT, {
        must: 'Must be done: our policy, sections 10.2, 9.2 and 8.2',
        first: LADO,
      });
      await world.triage('p-head', 'staff-misuse');
      await stands(world, 'p-head', CONDUCT, {
        must: 'Must be done: our policy, sections 10.2 and 8.1',
        first: 'Could it have hurt a child, or show that the adult may not be safe with children?',
      });
      await world.answer('p-head', 'staff-misuse.harm', 'No');
      await staysOpenFor(world, 'p-head', {
        'staff-misuse.conduct': CONDUCT,
        'staff-allegation.conduct': CONDUCT,
      });
      world.sees('p-head', 'Left to do: 2.');
      for (const each of ['staff-misuse', 'staff-allegation'])
        await world.do('p-head', `${each}.conduct`, 'A written warning, and a talk.');
      await world.close('p-head', { confirmed: 'yes' });
      world.offers('p-head', 'Open it again');
    },
  );
});
