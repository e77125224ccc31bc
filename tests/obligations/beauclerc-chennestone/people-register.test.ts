import { obligations } from '../../support/obligations.ts';
import { readsIn, records, signs } from '../../support/obligations-records.ts';

obligations('beauclerc-chennestone', ({ obligation }) => {
  obligation(
    'BC-2.2a',
    'guided',
    'a step that goes with another policy shows its link, or that there is none',
    async (world) => {
      await world.report({ ticks: ['online', 'between-children'] });
      await world.take('p-dsl');
      await world.triage('p-dsl', 'cyberbullying');
      await readsIn(
        world,
        'p-dsl',
        'Goes with: Safeguarding and child protection.',
        'Open: Safeguarding and child protection',
        'Goes with: Anti-bullying policy.',
        'Open: Anti-bullying policy',
      );
      await world.triage('p-dsl', 'hate');
      await readsIn(world, 'p-dsl', 'No link is set up for: Positive behaviour policy.');
      await world.say('p-sam', 'policies');
      world.sees('p-sam', 'Code of conduct\nNo link is set up for it.');
    },
  );

  obligation(
    ['BC-6a', 'BC-7.1a'],
    'executed',
    'a site or an app is tried out, its risks are looked at and somebody says yes before it is permitted',
    async (world, met) => {
      await world.say('p-sam', 'new website');
      world.sees('p-sam', 'Try it yourself first, as a learner would see it. Then look at the risks.');
      world.sees('p-sam', 'Do not use it with learners, or set it for home, before somebody has said yes.');
      const asked = {
        ...{ tool: 'Quiz maker, quiz.example', where: 'In class and at home' },
        ...{ purpose: 'Times tables', tried: 'Adverts on the second page.' },
      };
      await records(world, 'p-sam', 'new tool', { ...asked, tried: '', risks: 'Adverts: we block them.' });
      world.refused('p-sam', 'What did you see when you tried it?');
      await records(world, 'p-sam', 'new tool', { ...asked, where: '', risks: 'Adverts.' });
      world.refused('p-sam', 'Where would it be used?');
      met('BC-7.1a');
      await records(world, 'p-sam', 'new tool', asked);
      world.refused('p-sam', 'Fill in at least one of these: What could go wrong');
      await records(world, 'p-sam', 'new tool', { ...asked, assessment: 'Shared folder, tools 7' });
      world.told('p-leader');
      await world.say('p-pip', 'permitted tools');
      world.sees('p-pip', 'No tool is permitted yet.');
      await world.press('p-leader', 'Open');
      world.sees('p-leader', /Quiz maker[\s\S]*Shared folder, tools 7/);
      await world.press('p-leader', 'Approve');
      await world.say('p-pip', 'tools');
      world.sees('p-pip', /Quiz maker, quiz\.example[\s\S]*It stands until 24 November 2027\./);
      // It is looked at again: what was permitted a year ago is not permitted for ever.
      await world.advance({ hours: 24 * 367 });
      await world.say('p-pip', 'tools');
      world.sees('p-pip', 'It is out of date.');
      met('BC-6a');
    },
  );

  obligation(
    'BC-8.2d',
    'executed',
    'a relation that somebody tells us of is recorded, and only the headteacher of that school reads it',
    async (world) => {
      await world.say('p-sam', 'know a family');
      world.sees('p-sam', 'Say so when you are also a parent here, or a friend or relative of a family.');
      world.sees('p-sam', 'Do not write anything here that you are worried about. Report a concern.');
      const told = {
        whom: 'My sister has two children in Year 4',
        online: 'Yes, since before I worked here',
      };
      await records(world, 'p-sam', 'know a family', { ...told, online: '' });
      world.refused('p-sam', 'Are you in touch online?');
      await records(world, 'p-sam', 'know a family', told);
      world.told('p-head');
      await world.press('p-head', 'Open');
      world.sees('p-head', 'My sister has two children in Year 4');
      await world.press('p-head', 'Done', { done: 'Agreed: nothing about school online.' });
      await world.say('p-head', 'relations');
      world.sees('p-head', 'Sami Wells My sister has two children in Year 4');
      for (const other of ['p-dsl', 'p-leader', 'p-office', 'p-sam', 'p-chair']) {
        await world.say(other, 'relations');
        world.sees(other, 'There is nothing here for you.');
      }
      await world.say('p-head-2', 'relations');
      world.sees('p-head-2', 'Nobody has told us of a relation.');
      world.never('p-dsl', /My sister/);
    },
  );

  obligation(
    'BC-8.4a',
    'executed',
    'an official account has a purpose, a school e-mail address, an owner who signed, and two leaders with the login',
    async (world) => {
      await world.say('p-office', 'new social media account');
      world.sees('p-office', 'Set it up with a school e-mail address, and protect it.');
      world.sees('p-office', 'Do not use an account of your own for it.');
      const asked = {
        ...{
          account: 'School news, news.example',
          purpose: 'News for families',
          email: 'news@north.example',
        },
        ...{ owner: 'p-sam', checker: 'p-pip', 'leader-one': 'p-leader', 'leader-two': 'p-dsl' },
        protected: 'Yes',
      };
      for (const [box, label] of [
        ['purpose', 'What is it for, and who is it for?'],
        ['email', 'With which school e-mail address is it set up?'],
        ['owner', 'Who runs it?'],
        ['leader-two', 'Which second leader has the login?'],
      ] as const) {
        await records(world, 'p-office', 'new official account', { ...asked, [box]: '' });
        world.refused('p-office', label);
      }
      await records(world, 'p-office', 'new official account', { ...asked, 'leader-two': 'p-leader' });
      world.refused('p-office', 'Choose a different person in each box.');
      await records(world, 'p-office', 'new official account', asked);
      world.sees('p-office', 'is not signed yet by: Sami Wells');
      world.told('p-head');
      await world.press('p-head', 'Open');
      await world.press('p-head', 'Approve');
      world.refused('p-head', 'You cannot say yes yet.');
      await signs(world, 'p-sam', 'social-media-aup');
      await world.press('p-head', 'Approve');
      await world.say('p-leader', 'official accounts');
      await world.press('p-leader', 'Open');
      world.sees('p-leader', 'news@north.example');
      world.sees('p-leader', /Who runs it\?: Sami Wells[\s\S]*Rosa Quill[\s\S]*Iris Kay/);
      await world.say('p-sam', 'official accounts');
      world.sees('p-sam', 'There is nothing here for you.');
    },
  );
});
