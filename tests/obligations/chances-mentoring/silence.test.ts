import { obligations } from '../../support/obligations.ts';
import { press } from '../../support/press.ts';
import { pageWith } from './acts.ts';

/** What the policy says nothing of, and what a lead reads instead: of one kind of case each. */
const KINDS: readonly (readonly [string, RegExp])[] = [
  ['nudes', /Think through the risk to each child in it/],
  ['deletion', /Ask the police if it may go/],
  ['svsh', /It could happen here/],
  ['csae', /Nobody outside is told before the police/],
  ['indecent-images', /opens the page again/],
  ['ai-fakes', /Is it sexual, or without clothes/],
  ['hate', /Keep what was written/],
  ['radicalisation', /Make a Prevent referral/],
  ['filter-breach', /Write down the address of the page/],
  ['pupil-misuse', /Which rule was broken/],
  ['disturbing-message', /Is it particularly disturbing/],
];
const TICKS = [
  ['told', /Decide if it is safe for the child to go home today/],
  ['mark', /Nobody photographs the mark/],
  ['self-harm', /Make sure that the child is not left alone/],
  ['missing', /Search the building and grounds now/],
] as const;

obligations('chances-mentoring', ({ obligation }) => {
  obligation(
    'CM-INC-c',
    'executed',
    'where the policy says only that issues are handled, every kind of case has steps of its own',
    async (world) => {
      for (const [kind, step] of KINDS) {
        await world.report({ ticks: ['home'] });
        await world.take('p-dsl');
        expect(await pageWith(world, 'p-dsl', step)).toBe(false);
        await world.triage('p-dsl', kind);
        expect(await pageWith(world, 'p-dsl', step)).toBe(true);
        world.sees('p-dsl', step);
      }
      for (const [tick, step] of TICKS) {
        await world.report({ ticks: [tick] });
        await world.take('p-dsl');
        expect(await pageWith(world, 'p-dsl', step)).toBe(true);
        world.sees('p-dsl', step);
      }
    },
  );

  obligation(
    'CM-RAT-c',
    'executed',
    'a small worry about an adult is looked at with earlier ones, and no lead has a say where a lead is in it',
    async (world) => {
      await world.report({ adult: ['p-pip'], ticks: ['adult-behaviour'] });
      await world.advance({ minutes: 31 });
      world.received('p-chair', 'Safeguarding: urgent, please open now.');
      await world.take('p-head');
      await world.triage('p-head', 'low-level');
      expect(await pageWith(world, 'p-head', /Looking at earlier worries, is there a pattern/)).toBe(true);
      await world.report({ adult: ['p-dsl'], ticks: ['images'] });
      await world.advance({ minutes: 31 });
      await world.open('p-chair');
      world.sees('p-chair', 'Adult in it: Iris Kay');
      await world.take('p-head');
      await world.triage('p-head', 'deletion');
      await world.refer('p-head', 'deletion.police', { agency: 'police' });
      await world.decide('p-head', 'deletion.nobody-needs-it', 'Nobody needs it');
      await world.answer('p-head', 'deletion.nobody-hurt', 'No');
      await world.approve('p-head', 'deletion.agree', 'The police agree.');
      world.sees('p-head', 'Nobody looks at it.: approved.');
      world.never('p-deputy', /yes or a no/);
    },
  );

  obligation(
    'CM-INC-c',
    'executed',
    'the leads’ channel shows that there is something, and the chair hears when nobody answers',
    async (world) => {
      const channel = await world.bindChannel(['p-dsl', 'p-deputy']);
      await world.report({ ticks: ['online'] });
      world.channelSees(channel, 'Not yet opened');
      const [shown] = world.org.post.box(channel);
      if (shown !== undefined) await world.at('p-dsl').send(press(shown.message.card, 'Open'));
      await world.press('p-dsl', 'Read the record');
      await world.press('p-dsl', 'I have this');
      await world.triage('p-dsl', 'planned-meeting');
      world.channelSees(channel, 'Urgent');
      await world.report({ by: 'p-pip', danger: 'now', alert: 'independent' });
      world.received('p-head', 'Safeguarding: urgent, please open now.');
      await world.report({ by: 'p-sam', danger: 'now', alert: 'lead' });
      await world.advance({ hours: 3 });
      world.received('p-chair', 'has not been answered');
      world.never('p-chair', /Robin|Vale/);
      world.hearsNothing('p-it');
    },
  );
});
