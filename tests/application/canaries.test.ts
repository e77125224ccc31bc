import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { loadCards } from '../../src/storage/files/load-cards.ts';
import { openSqliteStore } from '../../src/storage/sqlite/store.ts';
import { bytesOf, foundIn } from '../support/canaries.ts';
import {
  everythingTyped,
  opens,
  type Planting,
  reports,
  unsealedStore,
  world,
} from '../support/everything-typed.ts';
import { type Organisation, organisation } from '../support/organisation.ts';
import { ALL_INPUTS, planting } from '../support/planted.ts';
import { buttonsOf } from '../support/press.ts';
import { freshFolder, organisation as sealedFor } from '../support/stores.ts';
import { signed } from '../support/transcript.ts';

const NOTIFICATIONS: Readonly<Record<string, string>> = loadCards(join(process.cwd(), 'cards')).notifications;

/** Every page of a card that has pages. */
async function pagesOf(org: Organisation, first: string, next: string, who = 'p-vera'): Promise<string> {
  const lead = org.at(who);
  await opens(org, lead, 'lead-message');
  if (lead.titles().includes('Read the record')) await lead.press('Read the record');
  await lead.press(first);
  let text = JSON.stringify(lead.card());
  for (let page = 0; page < 40 && lead.titles().includes(next); page += 1) {
    await lead.press(next);
    text += JSON.stringify(lead.card());
  }
  return text;
}

const found = (text: string | Buffer, canaries: readonly string[]): readonly string[] => {
  const bytes = Buffer.isBuffer(text) ? text : Buffer.from(text);
  return canaries.filter((canary) => foundIn(bytes, canary).length > 0);
};
const outgoing = (org: Organisation): string =>
  org.post.sent.map(({ message, to, messageId }) => JSON.stringify([message, to, messageId])).join('\n');

/** What stays in nothing: a box that only shows, and a day that is kept as a day. */
const KEPT_NOWHERE = ['copy copy Input.Text', 'referral-draft copy Input.Text'];

describe('a canary in everything that can be typed', () => {
  let built: Awaited<ReturnType<typeof world>>;
  let planted: Planting;
  /** Of a form that could not be saved, and was shown again. */
  let lost: Planting;
  /** Of what staff ask for and pass on. */
  let asked: Planting;
  /** Of what is due, and what all staff are told. */
  let duties: Planting;
  /** Of a search of a device, at the other site. */
  let searched: Planting;
  /** Of what is handed out, and passed on to the next school. */
  let handed: Planting;
  /** Of the register: who is who, and what it says of a child. */
  let registered: Planting;
  /** Of what somebody learned. */
  let trained: Planting;
  /** Of what was read and signed, by staff, families and visitors. */
  let agreed: Planting;
  let printed = '';
  beforeAll(async () => {
    const write = process.stdout.write.bind(process.stdout);
    const complain = process.stderr.write.bind(process.stderr);
    const keep = (chunk: unknown): boolean => {
      printed += String(chunk);
      return true;
    };
    process.stdout.write = keep;
    process.stderr.write = keep;
    try {
      built = await world();
      ({ planted, lost, asked, duties, searched, handed, registered, trained, agreed } =
        await everythingTyped(built.org, built.state));
    } finally {
      process.stdout.write = write;
      process.stderr.write = complain;
    }
  });
  afterAll(async () => {
    await built.raw.close();
    rmSync(built.folder, { recursive: true });
  });
  /** What every one of them begins with: where this is not, none of them is. */
  const canaries = () => [
    'Kestrel',
    'Plover',
    'Dunlin',
    'Avocet',
    'Wheatear',
    'Siskin',
    'Godwit',
    'Redstart',
    'Fulmar',
  ];

  it('was put into every input of every card', () => {
    const all = [
      ...planted.all,
      ...lost.all,
      ...asked.all,
      ...duties.all,
      ...searched.all,
      ...handed.all,
      ...registered.all,
      ...trained.all,
      ...agreed.all,
    ];
    const reached = new Set(all.map(({ input }) => input));
    expect(ALL_INPUTS.filter((input) => !reached.has(input))).toEqual([]);
    expect([...reached].filter((input) => !ALL_INPUTS.includes(input))).toEqual([]);
    expect(planted.all.length).toBeGreaterThan(100);
    expect(lost.all.length).toBeGreaterThan(1);
    expect(
      all.every(({ text }) =>
        /^(Kestrel|Plover|Dunlin|Avocet|Wheatear|Siskin|Godwit|Redstart|Fulmar)\d{4}é$/.test(text),
      ),
    ).toBe(true);
  });

  it('is in no message, no notification and no address', () => {
    expect(built.org.post.sent.length).toBeGreaterThan(10);
    expect(found(outgoing(built.org), canaries())).toEqual([]);
  });

  it('leaves notifications of the fixed list only', () => {
    const list = Object.values(NOTIFICATIONS).map(
      (line) => new RegExp(`^${line.replaceAll('.', '\\.').replace('${ref}', '[0-9A-Z]{4}-[0-9A-Z]{4}')}$`),
    );
    const others = built.org.post.sent
      .map(({ message }) => message.notification)
      .filter((text) => !list.some((each) => each.test(text)));
    expect([...new Set(others)]).toEqual([]);
  });

  it('is in no log line, no metric and nothing printed, through a fault that quotes it', () => {
    expect(built.sinks.lines.some(({ event }) => event === 'intent-failed')).toBe(true);
    expect(found(JSON.stringify(built.sinks.lines), canaries())).toEqual([]);
    expect(found(built.sinks.logged.join(''), canaries())).toEqual([]);
    expect(found(built.metrics(), canaries())).toEqual([]);
    expect(found(printed, canaries())).toEqual([]);
  });

  it('is in no byte of the database, its log or its index', () => {
    const bytes = bytesOf(built.folder);
    expect(bytes.includes('CREATE TABLE')).toBe(true);
    expect(found(bytes, canaries())).toEqual([]);
  });

  it('is in nothing that comes of unsigned, unknown and unread input', async () => {
    const word = 'Curlew';
    const { org, sinks } = built;
    const ada = org.at('p-ada');
    const since = { lines: sinks.lines.length, sent: org.post.sent.length };
    await ada.say(word);
    await ada.send({
      do: word,
      record: word,
      arg: word,
      actionId: word,
      sig: word,
      inputs: { [word]: word },
    });
    await ada.send(signed({ do: word, record: word, arg: word }, { [word]: word }));
    for (const area of [
      'case.open',
      'referral.open',
      'mine.add',
      'approval.open',
      'agree.sign',
      'agree.record',
      'agree.expect',
      'person.record',
      'person.learned',
      'duty.done',
      'notice.open',
      'form.send',
      'ask.send',
      'asked.open',
    ])
      await ada.send(signed({ do: area, record: word, arg: word }, { [word]: word }));
    await org.settle();
    expect(sinks.lines.length).toBeGreaterThan(since.lines);
    expect(found(JSON.stringify(sinks.lines.slice(since.lines)), [word])).toEqual([]);
    expect(found(outgoing(org), [word])).toEqual([]);
  });

  it('is there for the lead who may read it', async () => {
    const vera = built.org.at('p-vera');
    await opens(built.org, vera, 'lead-message');
    if (vera.titles().includes('Read the record')) await vera.press('Read the record');
    const record = JSON.stringify(vera.card());
    const history = await pagesOf(built.org, 'What has been done', 'Later');
    const typed = planted.all.filter(({ isTyped, input }) => isTyped && !KEPT_NOWHERE.includes(input));
    const seen = record + history;
    const missing = typed.filter(({ text }) => found(seen, [text]).length === 0).map(({ input }) => input);
    expect(missing).toEqual([]);
  });

  it('is there for whoever may read what was done, and for all staff who were told', async () => {
    const vera = built.org.at('p-vera');
    await vera.say('duties');
    await vera.press('See what was done');
    let seen = JSON.stringify(vera.card());
    await vera.say('duties');
    await vera.press('Read it');
    seen += JSON.stringify(vera.card());
    const iris = built.org.at('p-iris');
    await iris.press('See the answer');
    seen += JSON.stringify(iris.card());
    const typed = duties.all.filter(({ isTyped }) => isTyped);
    expect(typed.map(({ input }) => input)).toHaveLength(7);
    expect(typed.filter(({ text }) => found(seen, [text]).length === 0)).toEqual([]);
  });

  it('is there for the one who asked for something, with the answer', async () => {
    const rosa = built.org.at('p-rosa');
    await rosa.say('my requests');
    const cards = buttonsOf(rosa.card()).map(({ data }) => signed(data));
    let seen = '';
    for (const open of cards) {
      await rosa.send(open);
      seen += JSON.stringify(rosa.card());
    }
    const typed = asked.all.filter(({ isTyped }) => isTyped);
    expect(typed.length).toBeGreaterThan(4);
    expect(typed.filter(({ text }) => found(seen, [text]).length === 0).map(({ input }) => input)).toEqual(
      [],
    );
  });

  it('is there for whoever learned something', async () => {
    const ada = built.org.at('p-ada');
    await ada.say('my training');
    const typed = trained.all.filter(({ input, isTyped }) => isTyped && input.startsWith('form-learned'));
    expect(typed).toHaveLength(2);
    expect(typed.filter(({ text }) => found(JSON.stringify(ada.card()), [text]).length === 0)).toEqual([]);
  });

  it('is there for whoever reads what people said of a text, recorded what a family signed, or has a visitor', async () => {
    const [iris, rosa] = [built.org.at('p-iris'), built.org.at('p-rosa')];
    let seen = '';
    const look = async (client: typeof iris, ...titles: readonly string[]) => {
      for (const title of titles) await client.press(title);
      seen += JSON.stringify(client.card());
    };
    await iris.say('agreements');
    await look(iris, 'Who has signed', 'Who has not signed');
    await rosa.say('families');
    await look(rosa, 'Who is recorded');
    await rosa.say('visitors');
    await look(rosa);
    const typed = agreed.all.filter(({ isTyped }) => isTyped);
    expect(typed.map(({ input }) => input)).toHaveLength(4);
    expect(typed.filter(({ text }) => found(seen, [text]).length === 0)).toEqual([]);
  });

  it('is there for the lead of a search, who held the device and where too', async () => {
    const history = await pagesOf(built.org, 'What has been done', 'Later', 'p-owen');
    const typed = searched.all.filter(({ isTyped }) => isTyped);
    expect(typed.length).toBeGreaterThan(8);
    expect(typed.filter(({ text }) => found(history, [text]).length === 0).map(({ input }) => input)).toEqual(
      [],
    );
  });

  it('is there for the leads who were asked whether it is another child', async () => {
    const history = await pagesOf(built.org, 'What has been done', 'Later', 'p-iris');
    const reasons = registered.all.filter(({ input }) => input.includes(' reason '));
    expect(reasons).toHaveLength(2);
    expect(reasons.filter(({ text }) => found(history, [text]).length === 0)).toEqual([]);
  });

  it('is in the copy for the other system, also who it is about', async () => {
    const copy = await pagesOf(built.org, 'Copy for Ledger', 'Next part');
    const typed = planted.all.filter(({ isTyped, input }) => isTyped && !KEPT_NOWHERE.includes(input));
    expect(typed.filter(({ text }) => found(copy, [text]).length === 0).map(({ input }) => input)).toEqual(
      [],
    );
  });
});

describe('this test can fail', () => {
  it('when the cipher does nothing', async () => {
    const folder = freshFolder();
    const raw = openSqliteStore({ folder, organisation: sealedFor });
    const org = await organisation('two-schools', { store: unsealedStore(raw) });
    const planted = planting(org);
    await reports(planted, org.at('p-rosa'));
    const typed = planted.all.filter(({ isTyped }) => isTyped).map(({ text }) => text);
    expect(found(bytesOf(folder), typed)).toEqual(typed);
    await raw.close();
    rmSync(folder, { recursive: true });
  });

  it('when a log line says what an error said', async () => {
    const { org, state, raw, folder, sinks } = await world((text) => text);
    const planted = planting(org);
    const ada = org.at('p-ada');
    await ada.say('report concern');
    await ada.press('Not today');
    state.isBroken = true;
    await planted.press(ada, 'Continue');
    const typed = planted.all.filter(({ isTyped }) => isTyped).map(({ text }) => text);
    expect(found(JSON.stringify(sinks.lines), typed).length).toBeGreaterThan(0);
    // The real logger takes names only, so even then nothing of it is written down.
    expect(found(sinks.logged.join(''), typed)).toEqual([]);
    await raw.close();
    rmSync(folder, { recursive: true });
  });

  it('when a message repeats what somebody wrote', async () => {
    const { org, raw, folder } = await world();
    const planted = planting(org);
    const ada = org.at('p-ada');
    await ada.say('report concern');
    await ada.press('Not today');
    await planted.press(ada, 'Continue');
    const typed = planted.all.filter(({ isTyped }) => isTyped).map(({ text }) => text);
    await ada.press('Back');
    expect(found(outgoing(org), typed)).toEqual([]);
    const message = { card: ada.card(), notification: '', silent: true };
    org.post.sent.push({
      type: 'send',
      platform: 'slack',
      to: 'x',
      messageId: 'x',
      at: org.clock.now(),
      message,
    });
    expect(found(outgoing(org), typed)).toEqual(
      typed.filter((text) => JSON.stringify(message).includes(text)),
    );
    expect(found(outgoing(org), typed).length).toBeGreaterThan(2);
    await raw.close();
    rmSync(folder, { recursive: true });
  });
});
