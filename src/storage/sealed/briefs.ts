import type { Head, Json, Listed } from '../../application/ports.ts';
import type { RecordId } from '../../domain/ids.ts';
import { recentRecords } from '../recent-records.ts';
import type { SealingKeyring } from './keyring.ts';
import { broken, openJson } from './open-json.ts';
import { sealText } from './seal.ts';

/** A list of ten thousand cases, and as many of other kinds. */
const BRIEFS_KEPT = 20_000;
const FORM = 'v1';

interface Opened {
  readonly sealed: Listed<string>;
  readonly listed: Listed<Json>;
}

/** Everything that the seal binds. A version alone is not enough: a draft can be erased and made again. */
const isSame = (a: Listed<string>, b: Listed<string>): boolean =>
  a.version === b.version && a.status === b.status && a.brief === b.brief;

/**
 * What lists show, sealed apart from the head so that it opens alone. It carries the record's wrapped data key, and
 * unwrapping that is a third of what a brief costs. One key for all briefs would save it, but then destroying a
 * record's data key would leave its brief readable, and a new key would mean encrypting every brief again.
 */
export function sealedBriefs(
  keyring: SealingKeyring,
  organisation: string,
  damaged: (record: RecordId) => void = () => {},
) {
  const known = recentRecords<Opened>(BRIEFS_KEPT);
  const place = ({ id, version, status }: Omit<Listed<unknown>, 'brief'>): string =>
    `v1|${organisation}|${id}|brief|${version}|${status}`;

  /** Three parts and no JSON around them: a list would parse that for every record. */
  function seal(head: Head<Json>, key: Buffer, wrapped: string): { readonly brief?: string } {
    if (head.brief === undefined) return {};
    return { brief: `${FORM}.${wrapped}.${sealText(key, JSON.stringify(head.brief), place(head))}` };
  }

  function openAnew(sealed: Listed<string>, brief: string): Listed<Json> {
    const { id, version, status } = sealed;
    const [form, wrapped, data, ...more] = brief.split('.');
    if (form !== FORM || wrapped === undefined || data === undefined || more.length > 0)
      throw broken(id, 'the brief');
    const key = keyring.unwrapDataKey(id, wrapped);
    if (key === undefined) throw broken(id, 'the key of the brief');
    const listed = { id, version, status, brief: openJson(key, data, id, place(sealed), 'the brief') };
    known.remember(id, { sealed, listed });
    return listed;
  }

  function openKnown(sealed: Listed<string>, brief: string): Listed<Json> {
    const before = known.get(sealed.id);
    return before !== undefined && isSame(before.sealed, sealed) ? before.listed : openAnew(sealed, brief);
  }

  return {
    seal,
    /** A record without a brief is listed without one: whoever needs more opens the record. */
    open: (sealed: Listed<string>): Listed<Json> =>
      sealed.brief === undefined ? sealed : openKnown(sealed, sealed.brief),
    /**
     * In a list one brief that does not open must not hide all others: it is listed without, and told. The record itself
     * is refused when it is opened, as ever.
     */
    openInList(sealed: Listed<string>): Listed<Json> {
      const { brief, ...bare } = sealed;
      if (brief === undefined) return bare;
      try {
        return openKnown(sealed, brief);
      } catch {
        damaged(sealed.id);
        return bare;
      }
    },
    forget: known.forget,
  };
}
