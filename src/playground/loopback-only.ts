/**
 * Preloaded into the process of the local Teams client (`node --import`), never into ours.
 * That client has no option for its address: left alone it listens on every interface, and anybody on the
 * network could speak as the designated safeguarding lead. It also trusts every web page the browser has open.
 */
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import net from 'node:net';

const LOOPBACK = '127.0.0.1';

const listen = net.Server.prototype.listen;

function portOf(first: unknown): number {
  if (typeof first === 'number') return first;
  if (typeof first === 'object' && first !== null && 'port' in first && typeof first.port === 'number')
    return first.port;
  throw new Error('The local Teams client may listen on a TCP port only, so that its address can be forced.');
}

// A page from elsewhere is known by its Origin; a name rebound to this machine, by its Host.
function isForeign({ host, origin }: IncomingHttpHeaders, port: number): boolean {
  const ours = [`${LOOPBACK}:${port}`, `localhost:${port}`];
  if (host === undefined || !ours.includes(host)) return true;
  return origin !== undefined && !ours.some((one) => origin === `http://${one}`);
}

function refuseForeign(server: net.Server): void {
  const emit = server.emit;
  Reflect.set(server, 'emit', (event: string, request: IncomingMessage, ...rest: readonly unknown[]) => {
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    if ((event === 'request' || event === 'upgrade') && isForeign(request.headers, port)) {
      request.socket.destroy();
      return true;
    }
    return Reflect.apply(emit, server, [event, request, ...rest]);
  });
}

Reflect.set(net.Server.prototype, 'listen', function listenOnLoopback(this: net.Server, ...given: unknown[]) {
  const callbacks = given.filter((one) => typeof one === 'function');
  this.once('listening', () => process.send?.({ listening: this.address() }));
  refuseForeign(this);
  return Reflect.apply(listen, this, [{ port: portOf(given[0]), host: LOOPBACK }, ...callbacks]);
});

// Killed without a goodbye, Signpost must not leave a client behind.
process.on('disconnect', () => process.exit());
