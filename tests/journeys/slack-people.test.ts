import { cardsAnywhere } from '../support/slack-danger.ts';
import type { SlackJourney } from '../support/slack-journey.ts';
import { cardsOf, only, onwards, report, type Told, toLastPage } from '../support/slack-report.ts';
import { inSchool } from '../support/slack-wire.ts';

const about = (user: string): Told => ({ adult: 'yes', adults: { adults: `p-${user}` } });
const standing = async (journey: SlackJourney, pack: 'one-school' | 'two-schools') =>
  (await cardsAnywhere(journey, pack))
    .filter(({ card }) => card.buttons.includes('Open'))
    .map(({ user }) => user);

describe('a safeguarding lead as the subject', () => {
  it('goes to the headteacher of that school, one to one and never to the channel', () =>
    inSchool({ pack: 'two-schools' }, async (journey) => {
      const receipt = await report(journey.people, 'ada', about('iris'));
      expect(receipt.text).toContain('It is on its way to someone who is not involved.');
      await journey.settled();
      expect(await standing(journey, 'two-schools')).toEqual(['vera']);
      expect(await journey.people.messages({ channel: 'north-leads', as: 'nadia' })).toEqual([]);
    }));

  it('goes to the headteacher of the other school where it is the other lead', () =>
    inSchool({ pack: 'two-schools' }, async (journey) => {
      await report(journey.people, 'finn', about('owen'));
      await journey.settled();
      expect(await standing(journey, 'two-schools')).toEqual(['hugh']);
      expect(await journey.people.messages({ channel: 'south-leads', as: 'lena' })).toEqual([]);
    }));
});

describe('before anything is posted to the channel', () => {
  const leads = ['iris', 'nadia', 'owen'];
  const channel = (members: readonly string[]) => [{ name: 'main-leads', private: true, members }];
  const expectOneToOne = async (journey: SlackJourney): Promise<void> => {
    await report(journey.people, 'ada');
    await journey.settled();
    expect(await journey.people.messages({ channel: 'main-leads', as: 'iris' })).toEqual([]);
    expect(only(await cardsOf(journey, 'iris'), 'cards of the lead').buttons).toContain('Open');
    expect(await cardsOf(journey, 'nadia')).toEqual([]);
  };

  it('an outsider in it means that it goes one to one', () =>
    inSchool({ channels: channel([...leads, 'stranger']) }, expectOneToOne));

  it('a colleague without a role of the leads means that it goes one to one', () =>
    inSchool({ channels: channel([...leads, 'ben']) }, expectOneToOne));

  it('a guest in it means that it goes one to one', () =>
    inSchool({}, (journey) => {
      journey.workspace.describeUser('owen', { is_ultra_restricted: true });
      return expectOneToOne(journey);
    }));

  it('a channel shared with another organisation means that it goes one to one', () =>
    inSchool({}, (journey) => {
      journey.workspace.describeChannel('main-leads', { is_ext_shared: true });
      return expectOneToOne(journey);
    }));

  it('a channel that is not bound means that it goes one to one', () =>
    inSchool({ bound: false }, expectOneToOne));

  it('with only its leads in it, it is posted there and to nobody else', () =>
    inSchool({}, async (journey) => {
      await report(journey.people, 'ada');
      await journey.settled();
      expect(
        only(await journey.people.messages({ channel: 'main-leads', as: 'iris' }), 'cards').buttons,
      ).toContain('Open');
      expect(await cardsOf(journey, 'iris')).toEqual([]);
    }));

  it('somebody who joins later empties it, and the lead gets a card of their own', () =>
    inSchool({}, async (journey) => {
      const { people, workspace } = journey;
      await report(people, 'ada');
      await journey.settled();
      const [card] = await people.messages({ channel: 'main-leads', as: 'iris' });
      if (card === undefined) throw new Error('No card in the channel');
      await workspace.call('iris', 'conversations.invite', {
        channel: workspace.channelId('main-leads'),
        users: workspace.userId('stranger'),
      });
      await people.press('iris', card, 'Open');
      await journey.settled();
      const [after] = await people.messages({ channel: 'main-leads', as: 'iris' });
      expect(after?.buttons).toEqual([]);
      expect(only(await cardsOf(journey, 'iris'), 'cards of the lead').text).toContain(
        'Opened by the safeguarding lead',
      );
    }));
});

describe('a lead who is connected', () => {
  it('passes it on, sees nothing more, and somebody else has it at once', () =>
    inSchool({}, async (journey) => {
      const { people } = journey;
      await report(people, 'ada', { danger: 'tonight' });
      await journey.settled();
      const card = only(await people.messages({ channel: 'main-leads', as: 'iris' }), 'cards');
      const who = await people.press('iris', card, 'Open');
      const gone = await people.press('iris', who, 'I am connected to one of them: pass it on');
      expect(gone.text).toContain('It is with somebody else now, and you will see nothing more of it.');
      await journey.settled();
      const left = await people.messages({ channel: 'main-leads', as: 'iris' });
      expect(left.map(({ buttons }) => buttons)).toEqual([[]]);
      expect((await people.press('iris', card, 'Open')).text).toBe('There is nothing here for you.');
      for (const user of ['nadia', 'owen']) {
        const theirs = only(await cardsOf(journey, user), `cards of ${user}`);
        expect((await people.press(user, theirs, 'Open')).text).toContain('Robin Valence');
      }
      expect((await cardsOf(journey, 'iris')).filter(({ buttons }) => buttons.length > 0)).toEqual([]);
    }));

  it('does not get it at all where the reporter says so on the last page', () =>
    inSchool({}, async (journey) => {
      const { people } = journey;
      const last = await toLastPage(people, 'ada');
      expect(last.text).toContain('This goes to the designated safeguarding lead (DSL).');
      await onwards(people, 'ada', last, { connected: 'p-iris' });
      await journey.settled();
      expect(await journey.people.messages({ channel: 'main-leads', as: 'nadia' })).toEqual([]);
      expect(await cardsOf(journey, 'iris')).toEqual([]);
      expect([...(await cardsOf(journey, 'nadia')), ...(await cardsOf(journey, 'owen'))]).toHaveLength(2);
    }));
});
