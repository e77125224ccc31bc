import type { SlackJourney } from '../support/slack-journey.ts';
import { cardsOf, only, onwards, openRecord, report, toLastPage } from '../support/slack-report.ts';
import { inSchool } from '../support/slack-wire.ts';

describe('a school where roles are not held', () => {
  it('does not start without somebody for the last rung, and says who is missing', async () => {
    const people = (row: string) => (row.startsWith('p-tom') ? undefined : row.replace('p-tom', ''));
    await expect(inSchool({ people }, async () => undefined)).rejects.toThrow(/chair/i);
  });

  it('takes the next rung where one has nobody', () =>
    inSchool({ people: (row) => row.replace('deputy@main ', '') }, async (journey) => {
      await report(journey.people, 'ada', { danger: 'tonight' });
      await journey.wait({ minutes: 30 });
      expect(await cardsOf(journey, 'nadia')).toEqual([]);
      expect(await cardsOf(journey, 'rosa')).toHaveLength(1);
    }));

  it('keeps a report that nobody may have, and gives the numbers', () =>
    inSchool({}, async (journey) => {
      const { people } = journey;
      const adults = { adults: 'p-iris,p-nadia,p-owen,p-rosa,p-tom' };
      const last = await toLastPage(people, 'ada', { adult: 'yes', adults });
      expect(last.text).toContain('Nobody here can get this now. Send it to keep it, and phone 01632 960210');
      const receipt = await onwards(people, 'ada', last);
      expect(receipt.text).toContain('It is kept, but nobody here can be reached.');
      expect(receipt.text).toContain('01632 960240');
      await journey.settled();
      for (const user of ['iris', 'nadia', 'owen', 'rosa', 'tom'])
        expect(await cardsOf(journey, user)).toEqual([]);
    }));
});

describe('a store that takes nothing', () => {
  const refuse = (journey: SlackJourney): (() => void) => {
    const { deps } = journey.app();
    const { store } = deps;
    const commit = () => Promise.reject(new Error('The disk is full'));
    Object.assign(deps, { store: { ...store, commit } });
    return () => void Object.assign(deps, { store });
  };

  it('leaves every step of the form open with its text, and goes on when it is mended', () =>
    inSchool({}, async (journey) => {
      const { people } = journey;
      const who = await people.press('ada', await people.command('ada', '/report'), 'Not today');
      const mend = refuse(journey);
      const stays = await people.submit('ada', who, { 'name-1': 'Robin Valence', adult: 'no' });
      expect(stays?.text).toContain(
        'Not saved yet. Your words are still here. Try again, or phone 01632 960210',
      );
      expect(stays?.value('name-1')).toBe('Robin Valence');
      mend();
      expect((await onwards(people, 'ada', stays ?? who)).inputs).toContain('about');
    }));

  it('sends nothing by halves on the last page', () =>
    inSchool({}, async (journey) => {
      const { people } = journey;
      const last = await toLastPage(people, 'ada');
      const mend = refuse(journey);
      const stays = await people.submit('ada', last);
      expect(stays?.text).toContain('Not saved yet.');
      mend();
      await journey.settled();
      expect((await people.command('ben', '/report', 'my reports')).text).toBe('You have sent no reports.');
      expect(await people.messages({ channel: 'main-leads', as: 'iris' })).toEqual([]);
      expect((await onwards(people, 'ada', stays ?? last)).text).toContain('Saved, today 14:05.');
    }));

  it('gives a lead back what they wrote', () =>
    inSchool({}, async (journey) => {
      const { people } = journey;
      await report(people, 'ada');
      await journey.settled();
      const card = only(await people.messages({ channel: 'main-leads', as: 'iris' }), 'cards');
      const note = await people.press('iris', await openRecord(people, 'iris', card), 'Add a note');
      const mend = refuse(journey);
      const stays = await people.submit('iris', note, { text: 'Spoke to her form teacher.' });
      expect(stays?.text).toContain('Not saved yet.');
      expect(stays?.value('text')).toBe('Spoke to her form teacher.');
      mend();
      expect((await onwards(people, 'iris', stays ?? note)).text).toContain('Saved.');
    }));
});
