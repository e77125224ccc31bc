import type { Files } from '../../src/http/files.ts';
import { type RunningServer, startServer } from '../../src/http/server.ts';
import { capturedLog } from '../support/captured-log.ts';
import { openPage } from '../support/chromium.ts';

/** Bytes that are no text in any encoding. */
const PAGES = new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x00, 0xff, 0xfe, 0x80, 0x0a]);

let server: RunningServer;
let left: string[];

const files: Files = {
  isWaiting: async (secret) => left.includes(secret),
  fetch: async (secret) => {
    if (!left.includes(secret)) return undefined;
    left = left.filter((each) => each !== secret);
    if (secret === 'shown')
      return { name: 'report.html', type: 'text/html; charset=utf-8', content: '<p>x</p>', isShown: true };
    if (secret === 'pages') return { name: 'file.pdf', type: 'application/pdf', content: PAGES };
    return { name: 'log.csv', type: 'text/csv; charset=utf-8', content: 'Date,Where\r\n' };
  },
  words: { ready: 'It is ready.', fetch: 'Get the file', gone: 'There is no file here.' },
};

beforeEach(async () => {
  left = ['secret-1'];
  server = await startServer({
    host: '127.0.0.1',
    port: 0,
    local: true,
    files,
    probe: async () => undefined,
    counts: () => new Map(),
    log: capturedLog(),
  });
});
afterEach(() => server.stop());

const at = (secret: string, init?: RequestInit) => fetch(`${server.url}/files/${secret}`, init);

describe('a file behind a link', () => {
  it('is not used up by a look: chat platforms open links by themselves', async () => {
    for (const _ of [1, 2]) {
      const page = await at('secret-1');
      expect(page.status).toBe(200);
      expect(await page.text()).toContain('Get the file');
    }
    expect(left).toEqual(['secret-1']);
  });

  it('comes once, as a file, from the page of this server', async () => {
    const press = { method: 'POST', headers: { origin: server.url } };
    const file = await at('secret-1', press);
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="log.csv"');
    expect(await file.text()).toBe('Date,Where\r\n');
    const again = await at('secret-1', press);
    expect([again.status, await again.text()]).toEqual([
      404,
      expect.stringContaining('There is no file here.'),
    ]);
  });

  it('comes to a browser whose person presses the button', async () => {
    left = ['shown'];
    const { page, close } = await openPage();
    try {
      await page.goto(`${server.url}/files/shown`);
      await page.getByRole('button', { name: 'Get the file' }).click();
      await page.getByText('x', { exact: true }).waitFor();
      expect(left).toEqual([]);
    } finally {
      await close();
    }
  });

  it('comes byte for byte where it is no text', async () => {
    left = ['pages'];
    const file = await at('pages', { method: 'POST', headers: { origin: server.url } });
    expect(file.headers.get('content-type')).toBe('application/pdf');
    expect([...new Uint8Array(await file.arrayBuffer())]).toEqual([...PAGES]);
  });

  it('is shown in the browser where it is a page, as private as any file and without a script', async () => {
    left = ['shown'];
    const file = await at('shown', { method: 'POST', headers: { origin: server.url } });
    expect(await file.text()).toBe('<p>x</p>');
    const { headers } = file;
    expect(headers.get('content-disposition')).toBe('inline; filename="report.html"');
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'unsafe-inline';/);
    expect((await at('shown', { method: 'POST', headers: { origin: server.url } })).status).toBe(404);
  });

  it('stays in no cache, in no frame, and its address is told to nobody', async () => {
    const { headers } = await at('secret-1');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });

  it('is not there for a guess, and says no more than that', async () => {
    const page = await at('guess');
    expect(page.status).toBe(404);
    expect(await page.text()).not.toContain('guess');
  });

  it('is not given to a page from elsewhere', async () => {
    const stolen = await at('secret-1', { method: 'POST', headers: { origin: 'https://elsewhere.example' } });
    expect(stolen.status).toBe(403);
    expect(left).toEqual(['secret-1']);
  });
});
