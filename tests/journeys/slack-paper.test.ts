import { readDirectory } from '../../src/application/directory.ts';
import { inSchool } from '../support/slack-wire.ts';

it('the form on paper: a link to a page that asks what the form asks, and names nobody', () =>
  inSchool({}, async (journey) => {
    const { people } = journey;
    const without = await people.command('cleo', '/report', 'paper form');
    expect(without.text).toContain('PUBLIC_URL is not set');
    const { deps, url } = journey.app();
    Object.assign(deps, { publicUrl: () => url });
    const card = await people.command('cleo', '/report', 'paper form');
    const page = await fetch(card.button('Open the form to print').url ?? '');
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const text = await page.text();
    const form = await people.command('cleo', '/report', 'concern');
    const [question = ''] = /Is a \w+ in danger\?/.exec(form.text) ?? [];
    expect(question).toBe('Is a pupil in danger?');
    expect(text).toContain(question);
    expect(text).toContain('01632 960210');
    const names = (await readDirectory(deps)).people.map(({ name }) => name);
    expect(names).toContain('Cleo Dunn');
    for (const name of names) expect(text).not.toContain(name);
  }));
