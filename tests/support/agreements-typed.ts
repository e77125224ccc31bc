import type { Client, Organisation } from './organisation.ts';
import type { planting } from './planted.ts';

type Planted = Pick<ReturnType<typeof planting>, 'press'>;

/** The form of the first agreement that families sign. */
async function opens(client: Client): Promise<void> {
  await client.say('families');
  await client.press('Record a signature');
}

/** Somebody signs and says something, records what families signed, and expects a visitor; at two sites. */
export async function agreementsTyped(signed: Planted, lost: Planted, org: Organisation): Promise<void> {
  const [ada, rosa] = [org.at('p-ada'), org.at('p-rosa')];
  await ada.say('agreements');
  await ada.press('Read and sign');
  await signed.press(ada, 'I have read and understood it');
  const paper = { signer: 'child', site: 'north', children: undefined };
  await opens(rosa);
  await signed.press(rosa, 'Save it', { ...paper, children: '' });
  // The same name in two classes: it is asked whether they are the same.
  for (const group of ['1A', '2A']) {
    await opens(rosa);
    await lost.press(rosa, 'Save it', { ...paper, child: 'Twice Named', class: group });
  }
  await lost.press(rosa, 'Save it', { ...paper, same: 'no' });
  await rosa.say('visitors');
  await rosa.press('Expect a visitor');
  await signed.press(rosa, 'Save', { site: 'north', day: '2026-12-01' });
}
