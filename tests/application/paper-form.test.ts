import { newDraft } from '../../src/application/report/draft-store.ts';
import { type Form, stepCard } from '../../src/application/report/form-cards.ts';
import { paperForm } from '../../src/application/report/paper-form.ts';
import type { Element } from '../../src/cards/model.ts';
import { organisation } from '../support/organisation.ts';

const labelsIn = (elements: readonly Element[]): readonly string[] =>
  elements.flatMap((each) => {
    if (each.type === 'Container') return labelsIn(each.items);
    return 'label' in each && each.label !== undefined ? [each.label] : [];
  });

describe('the form on paper', () => {
  it('asks whatever the form asks, in the same words', async () => {
    const org = await organisation('two-schools');
    const deps = org.deps();
    const page = paperForm(deps);
    const person = org.directory.people.find(({ id }) => id === 'p-cleo');
    const [site] = deps.organisation.sites;
    if (person === undefined || site === undefined) throw new Error('Nobody, nowhere');
    const form: Form = { deps, directory: org.directory, person };
    const draft = { ...newDraft(deps, person, site.id, 'slack'), answers: { harms: ['mark' as const] } };
    const asked = (['who', 'what', 'what-happened'] as const).flatMap((step) =>
      labelsIn(stepCard(form, draft, step).body),
    );
    expect(asked.length).toBeGreaterThan(20);
    for (const label of asked) expect(page).toContain(`<b>${label.replaceAll('"', '&quot;')}</b>`);
  });

  it('names the roles and the numbers, and nobody', async () => {
    const org = await organisation('two-schools');
    const page = paperForm(org.deps());
    for (const { phone } of org.deps().organisation.sites) expect(page).toContain(phone.number);
    for (const { name } of org.directory.people) expect(page).not.toContain(name);
    expect(page).toContain('Call 999 first.');
  });

  it('is where "paper form" says, or somebody is told what is missing', async () => {
    const org = await organisation('one-school');
    const cleo = org.at('p-cleo');
    await cleo.say('paper form');
    expect(JSON.stringify(cleo.card())).toContain('http://127.0.0.1:3978/paper-form');
    const bare = await organisation('one-school', {
      doctor: (deps) => ({ ...deps, publicUrl: () => undefined }),
    });
    const other = bare.at('p-cleo');
    await other.say('paper form');
    expect(other.texts()).toContain('PUBLIC_URL is not set');
  });
});
