import { reviewPolicy } from '../../../src/storage/files/load-policy.ts';
import { obligations } from '../../support/obligations.ts';
import { firstMorning, isAsked, ownList } from '../../support/obligations-people.ts';

obligations('chances-mentoring', ({ obligation }) => {
  obligation(
    'CM-TRN-a',
    'executed',
    'training comes regularly: the linter asks how often, and until then the pack’s own interval holds',
    async (world) => {
      await firstMorning(world, { 'p-sam': { trained: '2025-09-03' } });
      await isAsked(
        world,
        'p-sam',
        'E-safety and safeguarding for everyone',
        'It was due on 31 October 2026',
      );
      world.sees('p-sam', 'The policy gives no interval; every academic year was set by');
      world.sees('p-sam', /what those with pastoral roles need to know/);
      const today = Temporal.PlainDate.from('2026-11-24');
      const found = await reviewPolicy('policies/chances-mentoring.yaml', 'policies/library', today);
      const messages = found.filter(({ code }) => code === 'interval.missing').map(({ message }) => message);
      expect(messages).toContain(
        'The policy does not say how often "E-safety and safeguarding for everyone" comes; year is used',
      );
    },
  );

  obligation(
    'CM-TRN-b',
    'recorded',
    'a course outside counts in one’s own training history',
    async (world) => {
      await firstMorning(world);
      await ownList(world, 'p-sam');
      await world.press('p-sam', 'Add something I learned');
      await world.press('p-sam', 'Save it', {
        what: 'Course of another school on gaming',
        date: '2026-11-12',
        certificate: 'G-4',
      });
      world.sees('p-sam', 'Also learned');
      world.sees('p-sam', 'Course of another school on gaming (G-4)');
      world.never('p-leader', /gaming/);
    },
  );

  obligation(
    'CM-SOC-b',
    'executed',
    'staff are reminded to look at the privacy settings of their own accounts',
    async (world) => {
      await firstMorning(world);
      await isAsked(world, 'p-sam', 'Check of the privacy settings of your own accounts', 'Due by');
      await world.press('p-sam', 'I have done it');
      await world.press('p-sam', 'Save it', { date: '2026-11-24' });
      await ownList(world, 'p-sam');
      world.sees('p-sam', 'Next due by 24 May 2027.');
      world.sees('p-sam', 'The policy gives no interval; every 6 months was set by');
    },
  );
});
