import { eventsOf, runCase } from '../../src/application/case/case-store.ts';
import { mayDo } from '../../src/domain/access.ts';
import type { CaseEvent } from '../../src/domain/case/events.ts';
import { openSteps } from '../../src/domain/case/state.ts';
import { PersonId } from '../../src/domain/ids.ts';
import { newlyTold, openRecord, recordOf, stateOf } from '../support/concern.ts';
import type { Client, Organisation } from '../support/organisation.ts';
import { buttonsOf } from '../support/press.ts';
import {
  answerRequest,
  beginSearch,
  HELD,
  next,
  searchingSchool,
  upToLooking,
  upToUrgent,
} from '../support/search.ts';
import { signed } from '../support/transcript.ts';

const STOP = 'Stop: there may be an indecent image';
type Case = Awaited<ReturnType<typeof beginSearch>>;

const done = async (org: Organisation, id: Case): Promise<readonly CaseEvent[]> =>
  eventsOf(await recordOf(org, id)).filter(({ type }) => type !== 'RouteChosen');

/** Steps that somebody who is there could still look at something by. */
const looking = async (org: Organisation, id: Case) =>
  openSteps(await stateOf(org, id)).filter(({ step }) =>
    /search\.(ground|urgent|agree|explain|examine|seen$)/.test(step.id),
  );

/** A search that is under way, with Iris as the lead at her chat. */
async function underWay(to: (client: Client) => Promise<Case>) {
  const org = await searchingSchool();
  const head = org.at('p-iris');
  await head.join();
  const ada = org.at('p-ada');
  const id = await to(ada);
  await org.settle();
  return { org, head, ada, id };
}

async function upToExamine(client: Client): Promise<Case> {
  const id = await upToUrgent(client);
  await next(client, { answer: 'Yes' });
  await upToLooking(client);
  return id;
}

describe('at the first hint of an image', () => {
  it('one press stops it on the first step, is written down, and tells the team anew', async () => {
    const { org, ada, id } = await underWay(beginSearch);
    const before = org.post.sent.length;
    await ada.press(STOP);
    expect(ada.texts()).toContain('Stop. Do not look any further.');
    expect(ada.texts()).toContain('straight to the designated safeguarding lead (DSL). Do not take it home.');
    expect((await done(org, id)).slice(-3)).toMatchObject([
      { type: 'StepDone', step: 'device-search.image', answer: 'Yes', by: 'p-ada' },
      { type: 'StepReasonedAway', step: 'device-search.ground' },
      { type: 'InformationGiven', text: 'Stopped: there may be an indecent image.' },
    ]);
    await org.settle();
    expect(newlyTold(org, before)).toContain('p-iris');
    await ada.press('What to do next');
    expect(ada.texts()).toContain('Keep it closed and take it straight to a safeguarding lead.');
    await next(ada, HELD);
    expect(await looking(org, id)).toEqual([]);
  });

  it('stops while somebody looks, although it was said before that there is none', async () => {
    const { org, ada, id } = await underWay(upToExamine);
    expect((await looking(org, id)).map(({ step }) => step.id)).toEqual(['device-search.examine']);
    await ada.press(STOP);
    expect(await looking(org, id)).toEqual([]);
    await ada.press('What to do next');
    expect(ada.texts()).toContain('Who has it now, and where?');
    const image = (await done(org, id)).filter(
      (event) => event.type === 'StepDone' && event.step === 'device-search.image',
    );
    // Both answers stand in the record: nothing is written over.
    expect(image).toMatchObject([{ answer: 'No' }, { answer: 'Yes' }]);
  });

  it.each(['Yes', 'Not sure'])('the answer "%s" stops it too', async (answer) => {
    const { org, ada, id } = await underWay(beginSearch);
    await next(ada, { answer: 'It may show a crime' });
    await next(ada, { answer });
    expect(ada.texts()).toContain('Stop. Do not look any further.');
    expect(await looking(org, id)).toEqual([]);
    expect((await done(org, id)).at(-1)?.type).toBe('InformationGiven');
  });

  it('stops after looking, and no step asks to look again', async () => {
    const { org, ada, id } = await underWay(upToExamine);
    await next(ada);
    await next(ada, { answer: 'Not sure' });
    expect(ada.texts()).toContain('Stop. Do not look any further.');
    await ada.press('What to do next');
    expect(ada.texts()).toContain('Write down who has the device now, and where.');
    expect(await looking(org, id)).toEqual([]);
  });

  it('stops while an answer is waited for, and then nobody is asked any more', async () => {
    const { org, head, ada, id } = await underWay(upToUrgent);
    await next(ada, { answer: 'No' });
    await org.settle();
    await ada.press(STOP);
    await org.settle();
    expect(await looking(org, id)).toEqual([]);
    expect(head.inbox().filter(({ message }) => org.drawn.get(message.card) === 'approval-message')).toEqual(
      [],
    );
  });

  it('an answer that lets it go on cannot be given by the way that stops it', async () => {
    const { org, ada, id } = await underWay(beginSearch);
    await ada.press(STOP);
    const { decisionVersion } = await stateOf(org, id);
    const forged = signed(
      { do: 'spot.next', record: id, arg: `device-search.image@${decisionVersion}` },
      { 'answer-1': 'No' },
    );
    await ada.send(forged);
    expect(await looking(org, id)).toEqual([]);
    const ran = await runCase(org.deps(), id, ({ state } = recordNeeded()) => ({
      type: 'DoStep',
      at: org.clock.now(),
      by: state.reporter,
      step: state.steps.find(({ step }) => step.id === 'device-search.image')?.step.id ?? stepNeeded(),
      answer: 'No',
      note: '',
      stops: true,
    }));
    expect(ran).toMatchObject({ ok: false, refusal: { reason: 'not-offered' } });
  });
});

const recordNeeded = (): never => {
  throw new Error('There is no such case');
};
const stepNeeded = (): never => {
  throw new Error('The case has no question about an image');
};

describe('who sees and does what in a search', () => {
  it('nobody but the one who is there goes through it, and they never see the record', async () => {
    const { org, ada, id } = await underWay(beginSearch);
    const [nextButton] = buttonsOf(ada.card()).filter(({ data }) => data.do === 'spot.next');
    const ben = org.at('p-ben');
    for (const verb of ['spot.open', 'spot.stop', 'spot.hide', 'spot.next', 'spot.skip']) {
      await ben.send(
        signed({ do: verb, record: id, arg: nextButton?.data.arg }, { 'answer-1': 'None of these' }, verb),
      );
      expect(ben.texts()).toBe('There is nothing here for you.');
    }
    for (const verb of ['case.open', 'case.record', 'case.history', 'case.done']) {
      await ada.send(signed({ do: verb, record: id, arg: nextButton?.data.arg }, {}, verb));
      expect(ada.texts()).toBe('There is nothing here for you.');
    }
    expect((await done(org, id)).map(({ type }) => type)).toEqual(['ConcernReported']);
  });

  it('only steps of the guide are theirs, and none once it is closed', async () => {
    const { org, id } = await underWay(upToExamine);
    const state = await stateOf(org, id);
    const ada = org.at('p-ada').person;
    const steps = state.steps.filter(({ step }) =>
      mayDo(ada, { type: 'on-the-spot', step }, state, org.directory),
    );
    expect(steps.length).toBeGreaterThan(5);
    expect(steps.every(({ step }) => step.spot === true)).toBe(true);
    const at = org.clock.now();
    const closed = {
      ...state,
      progress: { status: 'closed', by: PersonId.parse('p-iris'), at, line: '' },
    } as const;
    expect(steps.some(({ step }) => mayDo(ada, { type: 'on-the-spot', step }, closed, org.directory))).toBe(
      false,
    );
    const other = state.steps.find(({ step }) => step.id === 'any-concern.decision');
    const client = org.at('p-ada');
    await client.send(signed({ do: 'spot.next', record: id, arg: `${other?.step.id}@1` }, { 'note-1': 'x' }));
    expect(client.texts()).toBe('There is nothing here for you.');
  });

  it('whoever turns out to be part of it is out, conflict first', async () => {
    const { org, ada, id } = await underWay(beginSearch);
    await runCase(org.deps(), id, () => ({
      type: 'NamePersonInvolved',
      at: org.clock.now(),
      by: PersonId.parse('p-iris'),
      person: PersonId.parse('p-ada'),
    }));
    await next(ada, { answer: 'It may harm somebody' });
    expect(ada.texts()).toBe('There is nothing here for you.');
  });

  it('a headteacher who searches agrees to nothing of it: somebody else is asked', async () => {
    const org = await searchingSchool();
    const head = org.at('p-iris');
    for (const id of ['p-nadia', 'p-owen']) await org.at(id).join();
    const id = await upToUrgent(head);
    await next(head, { answer: 'No' });
    await org.settle();
    const { decisionVersion } = await stateOf(org, id);
    await head.send(
      signed(
        { do: 'approval.approve', record: id, arg: `device-search.agree@${decisionVersion}` },
        { reason: 'x' },
      ),
    );
    expect(head.texts()).toBe('There is nothing here for you.');
    await answerRequest(org.at('p-nadia'));
    await org.settle();
    await head.say('my reports');
    await head.press('Open');
    await head.press('Go on with the search');
    expect(head.texts()).toContain('Tell the child why');
  });

  it('the lead sees every step in the record, and can do one of the guide; the next one is then shown', async () => {
    const { org, head, ada } = await underWay(beginSearch);
    await openRecord(head);
    expect(head.texts()).toContain('What is the reason for the search?');
    await head.press('Answer this');
    await head.press('Done', { answer: 'It may harm somebody' });
    await next(ada, { answer: 'It may show a crime' });
    expect(ada.texts()).toContain('That was done already.');
    expect(ada.texts()).toContain('Could there be a nude or indecent image');
    await org.settle();
  });
});
