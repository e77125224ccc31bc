import { fetchFile } from '../../src/application/files.ts';
import { RecordId } from '../../src/domain/ids.ts';
import { enter, linkChild, secretOf } from './handed-out.ts';
import type { Client, Organisation } from './organisation.ts';
import type { planting } from './planted.ts';
import { buttonsOf } from './press.ts';
import { signed } from './transcript.ts';

/** A lead who has a case open hands it out, and passes the file of its child on to the next school. */
export async function handedOutTyped(
  { press }: ReturnType<typeof planting>,
  org: Organisation,
  lead: Client,
): Promise<void> {
  const id = RecordId.parse(buttonsOf(lead.card())[0]?.data.record);
  await lead.send(signed({ do: 'hand.form', record: id }, {}, 'hands-out'));
  await press(lead, 'Next', { what: 'case-file', reader: 'parent' });
  await press(lead, 'Make the file');
  await fetchFile(org.deps(), secretOf(lead));
  const keeper = org.at('p-iris');
  const child = await enter(org, keeper.person.id, 'north', { name: 'Robin Vale' });
  await linkChild(org, keeper.person.id, id, 1, child);
  for (const title of [
    'The child leaves',
    'The new school is confirmed',
    'A file came from an earlier school',
    'More of it is kept elsewhere',
  ]) {
    await keeper.send(signed({ do: 'transfer.open', record: child }, {}, title));
    await keeper.press(title);
    await press(keeper, 'Save');
  }
}
