import { z } from 'zod';
import type { Store } from '../../application/ports.ts';
import { RecordId } from '../../domain/ids.ts';
import { parseJson } from './envelopes.ts';
import { keyringFrom, type SealingKeyring } from './keyring.ts';
import { newKey } from './seal.ts';

/** The key-encryption key: a file here, a vault in production. It wraps one working key per organisation, at boot. */
export interface Kek {
  wrap(key: Buffer, organisation: string): Promise<string>;
  /** Throws what is wrong, where, and the cure; there is no way around it. */
  unwrap(wrapped: string, organisation: string): Promise<Buffer>;
}

export interface KeyringOptions {
  readonly store: Store<string>;
  readonly organisation: string;
  /** `first`: nothing was ever sealed here, so a missing key may be made; later a missing key is a lost key. */
  readonly kek: (start: { readonly first: boolean }) => Kek | Promise<Kek>;
}

/** The wrapped working key lives beside the data it opens, in the one record whose id is not a keyed hash. */
export const WORKING_KEY_RECORD = RecordId.parse('0'.repeat(26));

const Stored = z.strictObject({ v: z.literal(1), key: z.string() });

export async function openKeyring({ store, organisation, kek }: KeyringOptions): Promise<SealingKeyring> {
  const wrapped = await readWrapped(store);
  const opener = await kek({ first: wrapped === undefined });
  const known = wrapped ?? (await createWrapped(store, organisation, opener));
  return keyringFrom(await opener.unwrap(known, organisation), organisation);
}

async function readWrapped(store: Store<string>): Promise<string | undefined> {
  const found = await store.read(WORKING_KEY_RECORD);
  if (found === undefined) return undefined;
  const stored = Stored.safeParse(parseJson(found.head.body));
  if (stored.success) return stored.data.key;
  throw new Error(
    `The working key in record ${WORKING_KEY_RECORD} is damaged. Restore the last backup of the data.`,
  );
}

async function createWrapped(store: Store<string>, organisation: string, kek: Kek): Promise<string> {
  const key = await kek.wrap(newKey(), organisation);
  const body = JSON.stringify({ v: 1, key } satisfies z.infer<typeof Stored>);
  const head = { id: WORKING_KEY_RECORD, version: 1, status: 'none', tokens: [], body } as const;
  // Two instances may start at once; whoever is second takes the key of the first.
  await store.commit({ type: 'write', head, expected: 0, events: [], wakes: [] });
  const saved = await readWrapped(store);
  if (saved === undefined)
    throw new Error('The store does not give back the working key that was saved to it');
  return saved;
}
