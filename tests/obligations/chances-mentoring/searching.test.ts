import { obligations } from '../../support/obligations.ts';
import { beginSearch, next } from '../../support/search.ts';

const SEARCHED = {
  owner: 'child',
  device: 'A black phone',
  whose: 'Robin Vale',
  where: 'The office',
  others: 'Rosa Quill',
};
const HELD = { who: 'Jo Kemp', place: 'The office safe', because: 'So that nobody looks' };

obligations('chances-mentoring', ({ obligation }) => {
  obligation(
    ['CM-MOB-d', 'CM-PUP-a'],
    'executed',
    'leaders search on suspicion, with a reason and another’s yes, never for an image and never a colleague’s device',
    async (world, met) => {
      await world.say('p-sam', 'search a device');
      world.refused('p-sam', 'You may not search a device.');
      world.sees('p-sam', 'The principal or the deputy principal may.');
      world.sees(
        'p-sam',
        'Do not search a phone. Only the principal and deputy principals may, step by step.',
      );
      const leader = world.at('p-leader');
      const search = await beginSearch(leader, SEARCHED);
      world.sees(
        'p-leader',
        'Do not search if there may be a nude image on it. Stop at once if you see one.',
      );
      world.sees('p-leader', "Not a colleague's device. That waits for legal advice and for the principal.");
      world.sees(
        'p-leader',
        'What makes you suspect undesirable material on it, like pornography, violence or bullying?',
      );
      world.sees('p-leader', /It may harm somebody\nIt may break the rules\nNone of these/);
      await next(leader, { answer: 'It may break the rules', note: 'A violent film was passed on.' });
      await next(leader, { answer: 'No' });
      await next(leader, { answer: 'No' });
      world.sees('p-leader', 'Agree to the search of a device on our premises.');
      world.notOffered('p-leader', 'Next');
      await world.press('p-head', 'Open');
      world.sees('p-head', 'A black phone');
      await world.press('p-head', 'Approve', { reason: 'It is likely.' });
      await world.press('p-leader', 'Go on with the search');
      for (const note of ['Told why.', 'Told how.', 'Agrees.']) await next(leader, { note });
      await next(leader, HELD);
      world.sees('p-leader', /It may harm somebody\nIt may break the rules\nNone of these/);
      await next(leader, { answer: 'It may break the rules' });
      await next(leader, { note: 'One film, nothing else.' });
      await next(leader, { answer: 'No' });
      await next(leader, { note: 'Rosa Quill and Edda Thorne; one film was found.' });
      await world.take('p-dsl', search);
      for (const step of ['at-risk', 'evidence'])
        await world.step('p-dsl', `device-search.${step}`, { answer: 'No' }, search);
      await world.step('p-dsl', 'device-search.respond', { answer: 'Give it back' }, search);
      await world.openStep('p-dsl', 'device-search.release', search);
      world.sees('p-dsl', /A parent or carer\nThe police/);
      await world.save('p-dsl', { answer: 'The child', note: '15:30' });
      world.refused('p-dsl', 'Only these may have it: A parent or carer');
      met('CM-PUP-a');
      // Without a ground there is no search, and with an image on it neither.
      await beginSearch(leader, SEARCHED);
      await next(leader, { answer: 'None of these' });
      world.sees('p-leader', 'Do not search it. There is no reason that allows it.');
      await beginSearch(leader, SEARCHED);
      await next(leader, { answer: 'It may harm somebody' });
      await next(leader, { answer: 'Not sure' });
      world.sees('p-leader', 'Do not look at the image.');
      world.notOffered('p-leader', 'Next');
      // Nobody agrees to their own search.
      const head = world.at('p-head');
      await beginSearch(head, SEARCHED);
      for (const answer of ['It may harm somebody', 'No', 'No']) await next(head, { answer });
      world.received('p-leader-2', 'It needs a yes or a no from you.');
      met('CM-MOB-d');
    },
  );
});
