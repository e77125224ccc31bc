import type { Request, RequestHandler, Response } from 'restify';

export interface ServedFile {
  readonly name: string;
  readonly type: string;
  readonly content: string | Uint8Array;
  /** In the browser, and not as something to save. */
  readonly isShown?: true;
}

/** Files that wait for the one person who has the link. */
export interface Files {
  isWaiting(secret: string): Promise<boolean>;
  fetch(secret: string): Promise<ServedFile | undefined>;
  /** Words of the two pages. */
  readonly words: { readonly ready: string; readonly fetch: string; readonly gone: string };
}

/** Nothing is kept in a browser or on the way, nothing else may frame the page, and no address is told on. */
const PRIVATE = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex',
} as const;

const page = (text: string, form: string): string =>
  `<!doctype html><html lang="en-GB"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Signpost</title><body style="font:1.2rem sans-serif;margin:2rem;max-width:32rem"><p>${text}</p>${form}`;

/** Told on to nobody but this server: a browser that may tell nobody calls the page of a form no origin at all. */
const html = (response: Response, status: number, body: string): void =>
  response.sendRaw(status, body, {
    ...PRIVATE,
    'Referrer-Policy': 'same-origin',
    'Content-Type': 'text/html; charset=utf-8',
  });

const secretIn = (request: Request): string => String(request.params.secret ?? '');

/** A look gives a page with a button: chat platforms open links by themselves, and must not use this one up. */
export const filePage =
  ({ isWaiting, words }: Files): RequestHandler =>
  async (request, response) => {
    if (!(await isWaiting(secretIn(request)))) return html(response, 404, page(words.gone, ''));
    const form = `<form method="post"><button style="font:inherit;padding:.6rem 1rem">${words.fetch}</button></form>`;
    return html(response, 200, page(words.ready, form));
  };

/** The press on that button. */
export const fileFetch =
  ({ fetch, words }: Files): RequestHandler =>
  async (request, response) => {
    const file = await fetch(secretIn(request));
    if (file === undefined) return html(response, 404, page(words.gone, ''));
    response.sendRaw(200, typeof file.content === 'string' ? file.content : Buffer.from(file.content), {
      ...PRIVATE,
      'Content-Type': file.type,
      'Content-Disposition': `${file.isShown === true ? 'inline' : 'attachment'}; filename="${file.name}"`,
    });
  };

/** The form to print. It holds nothing of anybody, and is made anew each time, as the policy is now. */
export const paperPage =
  (paper: () => string): RequestHandler =>
  async (_request, response) =>
    html(response, 200, paper());
