import type { Address, Message, Messenger } from '../../src/application/messenger.ts';

/** What the platform does with every request from now on. */
export type Fault =
  | 'unreachable'
  /** "Wait seven seconds." */
  | 'throttled'
  | 'credentials'
  | 'poison'
  /** An answer of status 500. */
  | 'server-error'
  /** The connection breaks once the request is in. */
  | 'reset'
  /** The request is in, and no answer comes. */
  | 'silence'
  /** Nothing listens where the platform was. */
  | 'refused'
  /** The message to be updated does not exist. */
  | 'card-gone';

/** One message as the platform got it. */
export interface Received {
  readonly type: 'new' | 'update';
  /** What a locked screen shows. */
  readonly notification: string;
  /** The whole request, as text. */
  readonly everything: string;
}

export interface MessengerUnderTest {
  readonly messenger: Messenger;
  readonly person: Address;
  readonly channel: Address;
  fault(kind: Fault): Promise<void>;
  /** Messages that the platform took, oldest first. */
  sent(): readonly Received[];
  /** Requests that reached the platform, whatever became of them. */
  requests(): number;
  close(): Promise<void>;
}

const CANARY = 'canary-yellow';
const message = (text = CANARY, silent = false): Message => ({
  card: {
    type: 'AdaptiveCard',
    version: '1.5',
    fallbackText: 'A card.',
    body: [{ type: 'TextBlock', text }],
  },
  notification: 'Safeguarding: something needs you. K7Q4-MD2X',
  silent,
});

const OUTCOMES: readonly (readonly [Exclude<Fault, 'card-gone'>, string])[] = [
  ['unreachable', 'unreachable'],
  ['throttled', 'throttled'],
  ['credentials', 'credentials'],
  ['poison', 'poison'],
  ['server-error', 'ambiguous'],
  ['reset', 'ambiguous'],
  ['silence', 'ambiguous'],
  ['refused', 'not-sent'],
];

/** What every messenger does, over the wire. */
export function messengerContract(name: string, start: () => Promise<MessengerUnderTest>): void {
  describe(`the ${name} messenger`, () => {
    let it_: MessengerUnderTest;
    beforeEach(async () => {
      it_ = await start();
    });
    afterEach(() => it_.close());

    it.each(['person', 'channel'] as const)('brings a card to a %s, and says where it is', async (whom) => {
      const result = await it_.messenger.send(it_[whom], message());
      expect(result).toMatchObject({ type: 'sent', messageId: expect.stringMatching(/./) });
      expect(it_.sent()).toHaveLength(1);
      expect(it_.sent()[0]).toMatchObject({ type: 'new', everything: expect.stringContaining(CANARY) });
    });

    it('shows on a locked screen the notification and nothing of the card', async () => {
      await it_.messenger.send(it_.person, message());
      expect(it_.sent()[0]?.notification).toBe('Safeguarding: something needs you. K7Q4-MD2X');
    });

    it.each(['person', 'channel'] as const)(
      'changes a card it brought to a %s, from what a store kept of it',
      async (whom) => {
        const first = await it_.messenger.send(it_[whom], message('before'));
        if (first.type !== 'sent') throw new Error(`The first card was ${first.type}`);
        const address: Address = JSON.parse(JSON.stringify(first.address));
        expect(await it_.messenger.update(address, first.messageId, message('after'))).toEqual({
          type: 'updated',
        });
        expect(it_.sent().map(({ type }) => type)).toEqual(['new', 'update']);
        expect(it_.sent()[1]?.everything).toContain(first.messageId);
        expect(it_.sent()[1]?.everything).toContain('after');
      },
    );

    it('says how fast nudges may go', () => {
      expect(Math.min(it_.messenger.bulk?.sends ?? 0, it_.messenger.bulk?.updates ?? 0)).toBeGreaterThan(0);
    });

    it('gives every message its own id', async () => {
      const results = [
        await it_.messenger.send(it_.channel, message()),
        await it_.messenger.send(it_.channel, message()),
        await it_.messenger.send(it_.person, message()),
      ];
      const ids = results.map((result) => (result.type === 'sent' ? result.messageId : result.type));
      expect(new Set(ids).size).toBe(3);
    });

    describe.each(OUTCOMES)('when the platform answers with "%s"', (fault, type) => {
      it.each(['person', 'channel'] as const)(
        `calls a new card to a %s ${type}, after one try`,
        async (whom) => {
          await it_.fault(fault);
          const result = await it_.messenger.send(it_[whom], message());
          expect(result).toEqual(
            type === 'throttled'
              ? { type, retryAfterMs: 7000 }
              : { type, code: expect.stringMatching(/^[a-z0-9_-]{1,60}$/i) },
          );
          expect(JSON.stringify(result)).not.toContain(CANARY);
          expect(it_.requests()).toBe(fault === 'refused' ? 0 : 1);
        },
      );

      it(`calls an update ${type} too`, async () => {
        const first = await it_.messenger.send(it_.channel, message());
        if (first.type !== 'sent') throw new Error(`The first card was ${first.type}`);
        // A channel that is gone takes its cards along; a connection kept open from before breaks under the request.
        const also = fault === 'unreachable' ? 'card-gone' : fault === 'refused' ? 'ambiguous' : type;
        await it_.fault(fault);
        const { type: found } = await it_.messenger.update(first.address, first.messageId, message());
        expect([type, also]).toContain(found);
      });

      it('does not say who reads a channel', async () => {
        await it_.fault(fault);
        expect(await it_.messenger.members(it_.channel)).toBeUndefined();
      });
    });

    it('tells a card that is gone from a person who is gone', async () => {
      const first = await it_.messenger.send(it_.person, message());
      if (first.type !== 'sent') throw new Error(`The first card was ${first.type}`);
      await it_.fault('card-gone');
      expect(await it_.messenger.update(first.address, first.messageId, message())).toEqual({
        type: 'card-gone',
      });
    });

    it('says who reads a channel', async () => {
      const members = await it_.messenger.members(it_.channel);
      expect(members?.length).toBeGreaterThan(0);
      // Whom the platform does not name is a guest.
      for (const { account, guest } of members ?? []) expect(account !== '' || guest).toBe(true);
    });

    it('asks the platform nothing for an address that is not one', async () => {
      const nowhere: Address = { platform: it_.messenger.platform, to: {} };
      expect(await it_.messenger.send(nowhere, message())).toMatchObject({ type: 'poison' });
      expect(await it_.messenger.update(nowhere, '1', message())).toMatchObject({ type: 'poison' });
      expect(await it_.messenger.members(nowhere)).toBeUndefined();
      expect(it_.requests()).toBe(0);
    });
  });
}
