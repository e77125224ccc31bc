import { obligations } from '../../support/obligations.ts';
import { seesAll } from './acts.ts';
import { historyShows, inChannel, keepsTo, opening, stands, staysOpenFor } from './acts-11.ts';

const ANTI_BULLYING = 'Follow the anti-bullying policy.';
const BEHAVIOUR = 'Follow the anti-bullying and behaviour policies.';
const HATE_CRIME = 'Call the police if it may be a crime.';
const CRIME = 'Call the police on 101 if it may be a crime.';

obligations('beauclerc-chennestone', ({ obligation }) => {
  obligation(
    'BC-11.5a',
    'executed',
    'bullying online is worked by the anti-bullying policy before it is closed',
    async (world) => {
      await world.report({ ticks: ['online'], story: { seen: 'Nasty posts for weeks.' } });
      world.told('p-dsl');
      await world.take('p-dsl');
      await world.triage('p-dsl', 'cyberbullying', { offence: 'no' });
      await stands(world, 'p-dsl', ANTI_BULLYING, { must: 'Must be done: our policy, section 11.5' });
      expect(await world.canDo('p-dsl', 'cyberbullying.police')).toBe(false);
      await world.triage('p-dsl', 'cyberbullying', { offence: 'yes' });
      await stands(world, 'p-dsl', CRIME, { must: 'Must be done: our policy, section 10' });
      await staysOpenFor(world, 'p-dsl', {
        'cyberbullying.behaviour': ANTI_BULLYING,
        'cyberbullying.police': CRIME,
      });
      await world.do('p-dsl', 'cyberbullying.behaviour', 'A meeting with both families on Friday.');
      await historyShows(world, 'p-dsl', /anti-bullying policy\.\nA meeting with both families on Friday\./);
    },
  );

  obligation(
    'BC-11.6a',
    'executed',
    'hate is reported, worked by the behaviour policies, and goes to the police where it may be a crime',
    async (world) => {
      await world.report({ ticks: ['hate'], story: { seen: 'A racist post about a family.' } });
      world.told('p-dsl');
      world.sees(
        'p-sam',
        'If it may be a crime, say so here. The police can be called on 101, or 999 in danger.',
      );
      await world.take('p-dsl');
      await keepsTo(
        world,
        'p-dsl',
        "Not sure what to do, or if it is a crime? Ask the county's education safeguarding team or the police.",
      );
      await stands(world, 'p-dsl', BEHAVIOUR, { must: 'Must be done: our policy, section 11.6' });
      expect(await world.canDo('p-dsl', 'hate.police')).toBe(false);
      await world.triage('p-dsl', 'hate', { offence: 'yes' });
      await stands(world, 'p-dsl', HATE_CRIME, { must: 'Must be done: our policy, section 11.6' });
      await staysOpenFor(world, 'p-dsl', { 'hate.behaviour': BEHAVIOUR, 'hate.police': HATE_CRIME });
      await world.openStep('p-dsl', 'hate.police');
      world.notOffered('p-dsl', 'Not this time');
      await world.save('p-dsl', { who: '101', reference: 'H-6' });
      await historyShows(world, 'p-dsl', /101\n[\s\S]*H-6/);
    },
  );

  obligation(
    'BC-11.7a',
    'executed',
    'a learner or parent who may be drawn into extremism is for the lead, at once',
    async (world) => {
      await world.report({ ticks: ['hate'], story: { seen: 'He shares films of a banned group.' } });
      world.told('p-dsl');
      await world.report({
        ticks: ['hate', 'home'],
        story: { seen: 'The father wants to join a banned group.' },
      });
      world.told('p-dsl');
      await world.take('p-dsl');
      await world.triage('p-dsl', 'radicalisation');
      world.sees('p-dsl', 'Urgent: today, before home time.');
      await keepsTo(
        world,
        'p-dsl',
        'If the worry is about a parent, ask for advice before anyone speaks to them.',
      );
      const prevent = 'Make a Prevent referral, or write down why not.';
      await staysOpenFor(world, 'p-dsl', { 'radicalisation.prevent': prevent });
      await world.refer('p-dsl', 'radicalisation.prevent', {
        agency: 'prevent',
        who: 'The team',
        reference: 'R-1',
      });
      await world.close('p-dsl', { confirmed: 'yes' });
      world.offers('p-dsl', 'Open it again');
      world.hearsNothing('p-head');
    },
    // A Saturday evening.
    { start: '2026-11-28T19:00:00.000Z' },
  );

  obligation(
    'BC-11.7b',
    'executed',
    'a member of staff who may be drawn into extremism is for the headteacher at once, and no lead hears who it is',
    async (world) => {
      const channel = await world.bindChannel(['p-dsl', 'p-deputy']);
      await world.report({ adult: ['p-pip'], ticks: ['hate'], story: { seen: 'Posts for a banned group.' } });
      world.told('p-head');
      expect(inChannel(world, channel)).not.toMatch(/Pip|Harlow|banned/);
      await world.at('p-deputy').send(opening(world, 'p-head'));
      world.refused('p-deputy', 'There is nothing here for you.');
      await world.take('p-head');
      world.sees('p-head', 'Urgent: today, before home time.');
      await world.triage('p-head', 'radicalisation', { adult: 'yes' });
      await keepsTo(
        world,
        'p-head',
        'Nobody speaks to the adult about it before the LADO or the police have said how.',
      );
      // One call to the LADO, as the stricter of its two procedures wants it.
      await staysOpenFor(
        world,
        'p-head',
        {
          'radicalisation-staff.safe-now': 'Make sure that the children are safe now.',
          'staff-allegation.lado': 'Talk it through with the LADO within one working day.',
        },
        { threshold: 'No, it is low-level' },
        ['radicalisation-staff.lado'],
      );
      for (const who of ['p-dsl', 'p-deputy']) world.never(who, /Pip|Harlow|banned group/);
      world.hearsNothing('p-pip');
    },
  );

  obligation(
    'BC-12a',
    'guided',
    'everyone finds whoever the policy names for help, with a number or an address',
    async (world) => {
      for (const who of ['p-sam', 'p-vol', 'p-con', 'p-office']) {
        await world.say(who, 'contacts');
        seesAll(
          world,
          who,
          '**999** Emergency services',
          '**101** Police',
          '** CEOP.',
          '**childnet.com** Childnet.',
          '**internetmatters.org** Internet Matters.',
          '** Internet Watch Foundation.',
          '**lucyfaithfull.org** Lucy Faithfull Foundation.',
          '** NSPCC Helpline.',
          '** Childline.',
          '**mariecollinsfoundation.org.uk** Marie Collins Foundation.',
          '** Professionals Online Safety Helpline',
          '**saferinternet.org.uk** UK Safer Internet Centre.',
          '**360safe.org.uk** 360 degree safe.',
          '**actionfraud.police.uk** Action Fraud.',
          '**getsafeonline.org** Get Safe Online.',
        );
      }
      await world.say('p-vol', 'contacts fraud');
      seesAll(world, 'p-vol', 'Action Fraud');
      world.seesNot('p-vol', 'Lucy Faithfull');
      // A learner is pointed to Childline before anybody else.
      await world.say('p-vol', 'contacts nudes');
      world.sees('p-vol', /For a learner\n\*\*0800 1111\*\* Childline\./);
    },
  );
});
