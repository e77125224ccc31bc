import { HandOutDocument } from '../../src/application/hand-out/document.ts';
import { attachedIn } from '../../src/documents/attached.ts';
import { checkFile } from '../../src/documents/check.ts';
import { fileOfLink } from '../support/file-of-link.ts';
import { openRecord, report, tap } from '../support/slack-report.ts';
import { inSchool } from '../support/slack-wire.ts';

it('a lead asks for a file, gets it once behind a link, and anybody can check it', () =>
  inSchool({}, async (journey) => {
    const { people } = journey;
    Object.assign(journey.app().deps, { publicUrl: () => journey.app().url });
    await report(people, 'ada');
    await journey.settled();
    const [card] = await people.messages({ channel: 'main-leads', as: 'iris' });
    if (card === undefined) throw new Error('No card in the channel');
    const record = await openRecord(people, 'iris', card);
    const history = await tap(people, 'iris', record, 'What has been done');
    const asked = await tap(people, 'iris', history, 'Make a file to hand out');
    const check = await people.submit('iris', asked, { what: 'case-file', reader: 'parent' });
    if (check === undefined) throw new Error('No second question came');
    expect(check.value('leave')).toBe('children,reporters,adults');
    const ready = await people.submit('iris', check, { who: 'Mx Vale' });
    const link = ready?.button('Get the file').url ?? '';
    const file = await fileOfLink(link);
    expect([file.status, file.type]).toEqual([200, 'application/pdf']);
    expect((await checkFile(file.bytes)).type).toBe('whole-file');
    const document = HandOutDocument.parse(JSON.parse(attachedIn(file.bytes) ?? ''));
    expect(JSON.stringify(document)).not.toMatch(/Ada|Bell/);
    expect((await fileOfLink(link)).status).toBe(404);
  }));
