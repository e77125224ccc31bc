import type { Commit, Json } from '../../src/application/ports.ts';
import type { SlackJourney } from '../support/slack-journey.ts';
import { only, onwards, openRecord, report, tap, toLastPage } from '../support/slack-report.ts';
import type { PostedMessage } from '../support/slack-requests.ts';
import type { Screen } from '../support/slack-screen.ts';
import { inSchool } from '../support/slack-wire.ts';

const OLDER = 'That button is from an older message.';
const NOTHING = 'There is nothing here for you.';

/** Every change that the store was asked for from now on, but for where somebody can be reached. */
function watchCommits(journey: SlackJourney): readonly Commit<Json>[] {
  const { deps } = journey.app();
  const { store } = deps;
  const seen: Commit<Json>[] = [];
  const commit = (change: Commit<Json>) => {
    const isChat = change.type === 'write' && Object(change.head.body).kind === 'chat';
    if (!isChat) seen.push(change);
    return store.commit(change);
  };
  Object.assign(deps, { store: { ...store, commit } });
  return seen;
}

const alive = async (journey: SlackJourney): Promise<number> =>
  (await fetch(`${journey.app().url}/livez`)).status;

const form = (payload: unknown): string =>
  new URLSearchParams({ payload: JSON.stringify(payload) }).toString();

const reported = async (journey: SlackJourney): Promise<PostedMessage> => {
  await report(journey.people, 'ada');
  await journey.settled();
  return only(await journey.people.messages({ channel: 'main-leads', as: 'iris' }), 'cards');
};

/** The same message with something else in the data of its first button. */
function altered(card: PostedMessage, change: (data: Record<string, unknown>) => unknown): PostedMessage {
  const blocks = structuredClone(card.blocks) as { type: string; elements?: { value?: string }[] }[];
  for (const element of blocks.flatMap(({ elements = [] }) => elements)) {
    if (element.value !== undefined) element.value = JSON.stringify(change(JSON.parse(element.value)));
  }
  const screen = Object.create(Object.getPrototypeOf(card)) as PostedMessage;
  return Object.assign(screen, card, { blocks, frame: { blocks } });
}

it('answers malformed and oversized requests without storing anything or falling over', () =>
  inSchool({}, async (journey) => {
    const { people } = journey;
    await journey.settled();
    const seen = watchCommits(journey);
    const person = people.person('ada');
    const view = { id: 'V1', type: 'modal', callback_id: 'signpost', blocks: [], private_metadata: '{' };
    const bodies: readonly (readonly [string, number])[] = [
      ['', 200],
      ['payload=', 200],
      ['payload={', 200],
      ['payload=%E0%A4%A', 200],
      [form([]), 200],
      [form(null), 200],
      [form({ type: 'block_actions' }), 200],
      [form({ type: 'block_actions', ...person, trigger_id: 't', actions: [] }), 200],
      [
        form({
          type: 'block_actions',
          ...person,
          trigger_id: 't',
          actions: [{ type: 'button', action_id: 'x' }],
        }),
        200,
      ],
      [form({ type: 'view_submission', ...person, view }), 200],
      [form({ type: 'view_submission', ...person, view: { ...view, state: { values: { a: 7 } } } }), 200],
      [form({ type: 'view_closed', ...person }), 200],
      [form({ type: 'made-up', ...person }), 200],
      ['command=report&team_id=x', 200],
      [`payload=${'['.repeat(50_000)}`, 200],
      [`payload=${'x'.repeat(300_000)}`, 413],
    ];
    for (const [body, status] of bodies) {
      expect([body.slice(0, 60), (await people.post(body)).status]).toEqual([body.slice(0, 60), status]);
    }
    for (const body of ['', '{', '[]', '"x"', '{"type":"event_callback"}', '{"type":"url_verification"}']) {
      expect((await people.post(body, { contentType: 'application/json' })).status).toBe(200);
    }
    expect(seen).toEqual([]);
    expect(await alive(journey)).toBe(200);
    expect((await people.command('ada', '/report')).text).toContain('Is a pupil in danger?');
    expect(seen).not.toEqual([]);
  }));

it('refuses what Slack did not sign just now, and what it has had already', () =>
  inSchool({}, async (journey) => {
    const { people, clock } = journey;
    await journey.settled();
    const seen = watchCommits(journey);
    const body = await people.commandBody('ada', '/report', 'concern');
    const now = Math.floor(Date.parse(clock.now()) / 1000);
    expect((await people.post(body, { secret: 'another-secret' })).status).toBe(401);
    expect((await people.post(body, { at: now - 301 })).status).toBe(401);
    expect((await people.post(body, { at: now + 301 })).status).toBe(401);
    const bare = await fetch(`${journey.app().url}/slack/events`, { method: 'POST', body });
    expect(bare.status).toBe(401);
    expect(seen).toEqual([]);
    expect((await people.post(body, { at: now })).status).toBe(200);
    expect((await people.post(body, { at: now })).status).toBe(401);
    await journey.settled();
    expect(seen).not.toEqual([]);
  }));

it('serves its own workspace only', () =>
  inSchool({}, async (journey) => {
    const { people, workspace } = journey;
    const card = await reported(journey);
    const seen = watchCommits(journey);
    const calls = workspace.calls.length;
    const command = (await people.commandBody('iris', '/report', 'my reports')).replace(
      workspace.team,
      'T0OTHER',
    );
    expect(await (await people.post(command)).json()).toEqual({ response_type: 'ephemeral', text: NOTHING });
    const { value, action_id } = card.button('Open');
    const actions = [{ type: 'button', action_id, value }];
    for (const person of [
      { team: { id: 'T0OTHER' }, user: { id: workspace.userId('iris') } },
      { team: { id: workspace.team }, user: { id: workspace.userId('iris'), team_id: 'T0OTHER' } },
    ]) {
      const answer = await people.postPayload({ type: 'block_actions', ...person, trigger_id: 't', actions });
      expect([answer.status, await answer.text()]).toEqual([200, '']);
    }
    await journey.settled();
    expect(seen).toEqual([]);
    expect(workspace.calls.length).toBe(calls);
  }));

it('gives nothing for a forged button, and the same words whatever was changed', () =>
  inSchool({}, async (journey) => {
    const { people } = journey;
    const card = await reported(journey);
    const seen = watchCommits(journey);
    const forgeries: readonly ((data: Record<string, unknown>) => unknown)[] = [
      (data) => ({ ...data, arg: 'close' }),
      (data) => ({ ...data, do: 'case.take' }),
      (data) => ({ ...data, record: '0'.repeat(26) }),
      (data) => ({ ...data, actionId: 'another' }),
      (data) => ({ ...data, sig: 'AAAA' }),
      ({ sig: _, ...data }) => data,
      ({ actionId: _, ...data }) => data,
    ];
    for (const forge of forgeries) {
      expect((await people.press('iris', altered(card, forge), 'Open')).text).toContain(OLDER);
    }
    expect(seen).toEqual([]);
    expect(
      (
        await people.press(
          'iris',
          altered(card, (data) => data),
          'Open',
        )
      ).text,
    ).toContain('who is in it');
  }));

it('says that a verb it does not know is from an older message, although the signature is good', () =>
  inSchool({}, async (journey) => {
    const { people } = journey;
    const { keyring } = journey.app().deps;
    const card = await reported(journey);
    const signed = (verb: string) =>
      altered(card, ({ record, actionId }) => ({
        do: verb,
        record,
        actionId,
        sig: keyring.sign(JSON.stringify([verb, record, '', actionId])),
      }));
    const seen = watchCommits(journey);
    for (const verb of [
      'made.up',
      'case',
      'case.',
      'case.made-up',
      'approval.made-up',
      'mine.made-up',
      'form.made-up',
    ]) {
      const { text } = await people.press('iris', signed(verb), 'Open');
      expect([
        verb,
        [OLDER, NOTHING, 'That form was finished'].some((words) => text.includes(words)),
      ]).toEqual([verb, true]);
    }
    expect(seen).toEqual([]);
    expect((await people.press('iris', signed('case.open'), 'Open')).text).toContain('who is in it');
  }));

it('takes a repeated and an old button for what they are', () =>
  inSchool({}, async (journey) => {
    const { people } = journey;
    const last = await toLastPage(people, 'ada');
    const change = last.button('Change who');
    expect(change.value).toBeDefined();
    await onwards(people, 'ada', last);
    await journey.settled();
    const card = only(await people.messages({ channel: 'main-leads', as: 'iris' }), 'cards');
    const record = await openRecord(people, 'iris', card);
    await tap(people, 'iris', record, 'I have this');
    const twice = await people.press('iris', card, 'I have this');
    expect(twice.text).toMatch(/It is with you now|That was done already/);
    const other = await people.press('nadia', card, 'I have this');
    expect(other.text).toContain('Somebody else has it already. Here is how things stand now.');
    const note = await people.press('iris', await openRecord(people, 'iris', card), 'Add a note');
    const send = (screen: Screen) =>
      people.postPayload({
        type: 'view_submission',
        ...people.person('iris'),
        trigger_id: 'unused',
        view: { ...screen.frame, id: screen.id, state: screen.state },
      });
    const written = note.type({ text: 'Spoke to her form teacher.' });
    for (let times = 0; times < 3; times += 1) expect(await (await send(written)).text()).toContain('Saved.');
    const history = await people.press('iris', await openRecord(people, 'iris', card), 'What has been done');
    expect(history.text.split('Spoke to her form teacher.')).toHaveLength(2);
  }));
