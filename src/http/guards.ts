import type { Next, Request, Response } from 'restify';

/** A filled card is 25 KB at most, and what people type fits in the rest many times. */
export const MOST_BYTES = 256 * 1024;

/**
 * Before the body parser: it counts the bytes of a gzip body before they are unpacked, dies on one that is broken, and puts
 * the parts of a form into files (restify 12.0.0, 2026-11-21). A page in a browser cannot send JSON without asking first.
 */
export function guard(request: Request, response: Response, next: Next): void {
  const {
    'content-type': type = '',
    'content-encoding': encoding,
    'content-length': length,
  } = request.headers;
  if (!/^application\/json\s*(;|$)/i.test(type) || encoding !== undefined) refuse(response, next, 415);
  else if (Number(length ?? 0) > MOST_BYTES) refuse(response, next, 413);
  else next();
}

/** For local mode, where nobody is authenticated: a page from elsewhere names another origin, a rebound name is in Host. */
export function localOnly(request: Request, response: Response, next: Next): void {
  const { host, origin } = request.headers;
  const port = request.socket.localPort;
  const ours = host === `127.0.0.1:${port}` || host === `localhost:${port}`;
  if (ours && (origin === undefined || origin === `http://${host}`)) next();
  else refuse(response, next, 403);
}

/** The body stays unread, so the connection cannot carry another request. */
function refuse(response: Response, next: Next, status: number): void {
  response.sendRaw(status, '', { Connection: 'close' });
  next(false);
}
