import { startSlackJourney } from '../support/slack-journey.ts';
import { cardsOf, only, openRecord, refIn, report } from '../support/slack-report.ts';
import { wireFindings } from '../support/slack-wire.ts';

it('tries', async () => {
  const j = await startSlackJourney();
  const receipt = await report(j.people, 'ada', { ticks: { about: 'told,images' } });
  console.log(receipt.text, receipt.buttons, receipt.submit);
  await j.settled();
  const ch = await j.people.messages({ channel: 'main-leads', as: 'iris' });
  console.log(ch.map((m) => [m.notification, m.text, m.buttons, m.channel, m.id]));
  const card = only(ch, 'cards');
  const first = await j.people.press('iris', card, 'Open');
  console.log(first.text, first.buttons, first.submit);
  const rec = await openRecord(j.people, 'iris', card);
  console.log(rec.text, rec.buttons, rec.submit);
  const taken = await tap(j.people, 'iris', rec, 'I have this');
  console.log(taken.text.slice(0, 300), taken.buttons);
  await j.settled();
  for (const u of ['iris', 'nadia', 'owen', 'ada', 'tom', 'rosa', 'vera'])
    console.log(
      u,
      (await j.people.messages({ user: u })).map((m) => [m.notification, m.text, m.buttons]),
    );
  console.log(j.workspace.calls.map((c) => [c.method, c.body.channel ?? c.body.user ?? c.body.users]));
  console.log(await wireFindings(j), [...j.typed], j.logged.slice(0, 20));
  await j.close();
});
