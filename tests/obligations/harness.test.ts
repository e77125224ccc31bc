import { loadOrganisationFolder } from '../../src/compose/organisation.ts';
import { showEach } from '../support/obligations.ts';
import { worldOf } from '../support/obligations-world.ts';

const school = () => worldOf('tests/fixtures/one-school');

it('runs on the whole pack: what one test file read is all there for the next', async () => {
  const loaded = await loadOrganisationFolder('tests/obligations/balfour-junior/organisation', 'policies');
  expect(loaded.policy.procedures.length).toBeGreaterThan(10);
  expect(JSON.parse(JSON.stringify(loaded))).toEqual(loaded);
});

/** A worry that the head has opened. */
async function opened() {
  const world = await school();
  await world.report({ by: 'p-ada' });
  await world.open('p-iris');
  return world;
}

describe('what a test of an obligation must show', () => {
  it('is something that somebody sees or is refused: looking inside, or that something is absent, is not enough', async () => {
    const world = await opened();
    const inside = showEach(['XA-1a'], world, async () => {
      expect(await world.events()).toContain('ConcernReported');
      world.never('p-ben', /Robin/);
      world.hearsNothing('p-ben');
      world.notOffered('p-iris', 'Delete it');
    });
    await expect(inside).rejects.toThrow('Nothing that anybody sees was asserted for XA-1a');
    await expect(
      showEach(['XA-1a'], world, async () => world.sees('p-iris', 'What must happen next')),
    ).resolves.toBeUndefined();
  });

  it('is shown for each id of a journey, and for no other', async () => {
    const world = await opened();
    const journey = (ids: readonly string[]) =>
      showEach(['XA-1a', 'XA-1b'], world, async (_, met) => {
        world.sees('p-iris', 'What must happen next');
        for (const id of ids) met(id);
      });
    await expect(journey(['XA-1a'])).rejects.toThrow('Not said to be met: XA-1b');
    await expect(journey(['XA-1a', 'XA-1b'])).rejects.toThrow(
      'Nothing that anybody sees was asserted for XA-1b',
    );
    await expect(journey(['XA-1c'])).rejects.toThrow('XA-1c is not one of');
  });
});

describe('each assertion can fail', () => {
  it('on what somebody sees, is offered or has received', async () => {
    const world = await opened();
    expect(() => world.sees('p-iris', 'Nothing like this')).toThrow('does not see');
    expect(() => world.seesNot('p-iris', 'What must happen next')).toThrow('sees');
    expect(() => world.offers('p-iris', 'Delete it')).toThrow('is not offered');
    expect(() => world.notOffered('p-iris', 'Close')).toThrow('is offered');
    expect(() => world.received('p-ben', /./)).toThrow('has no message');
    expect(() => world.channelSees('channel-safeguarding-leads', /./)).toThrow('does not show');
  });

  it('on who was told, and on what somebody must never be shown', async () => {
    const world = await opened();
    expect(() => world.never('p-iris', /Robin Vale/)).toThrow('was shown');
    expect(() => world.hearsNothing('p-iris')).toThrow('was sent something');
    expect(() => world.told('p-ben')).toThrow('Not exactly p-ben');
    world.told();
    await world.report({ by: 'p-ada' });
    expect(() => world.told()).toThrow('Somebody was told');
  });

  it('on a refusal: what was pressed did nothing, and the answer says why', async () => {
    const world = await opened();
    await world.close('p-iris');
    world.refused('p-iris', 'You cannot close this yet.');
    expect(() => world.refused('p-iris', 'It is closed')).toThrow('is not told');
    await world.back('p-iris');
    await world.press('p-iris', 'I have this');
    expect(() => world.refused('p-iris', /./)).toThrow('was not refused: their last press wrote CaseTaken');
  });
});

describe('what people do', () => {
  it('is done with their own buttons, and not without one', async () => {
    const world = await opened();
    await expect(world.open('p-ben')).rejects.toThrow('p-ben has no message that opens this case');
    await expect(world.do('p-iris', 'no-such-step')).rejects.toThrow('cannot do no-such-step now');
    await world.workThrough('p-iris', { except: ['decision'] });
    expect(await world.canDo('p-iris', 'decision')).toBe(true);
    await world.workThrough('p-iris');
    expect(await world.canDo('p-iris', 'decision')).toBe(false);
    await world.close('p-iris', { confirmed: 'yes' });
    world.offers('p-iris', 'Open it again');
  });
});
