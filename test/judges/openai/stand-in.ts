import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as the stand-in got it. */
export interface Got {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly headers: readonly string[];
  readonly body: Body;
}

/** What is looked at of a request. */
export interface Body {
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly store?: boolean;
  readonly temperature?: number;
  readonly max_tokens?: number;
  readonly response_format?: {
    readonly type: string;
    readonly json_schema?: { readonly strict: boolean; readonly schema: Record<string, unknown> };
  };
}

/** How the stand-in answers one request. */
export type Behaviour = (got: Got, response: ServerResponse) => void;

/** A completion whose message holds this content. */
export function says(content: string, more: Record<string, unknown> = {}): Behaviour {
  return json(200, {
    id: 'x',
    object: 'chat.completion',
    choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content }, ...more }],
    usage: { prompt_tokens: 200, completion_tokens: 20, total_tokens: 220 },
  });
}

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Behaviour {
  return (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  };
}

/** A well-formed answer to a read question. */
export const READ = { veto: 'none', kind: 'none', intensity: 0.4, confidence: 0.9 };
export const answers = (fields: Record<string, unknown> = {}): Behaviour =>
  says(JSON.stringify({ ...READ, ...fields }));

export const refuses = (status: number, headers: Record<string, string> = {}): Behaviour =>
  json(status, { error: { message: 'it quotes what was asked', code: 'some_code' } }, headers);

export const hangs: Behaviour = () => {};

/** A page of a proxy, in place of an answer. */
export const html =
  (status: number, type = 'text/html'): Behaviour =>
  (_, response) => {
    response.writeHead(status, { 'content-type': type });
    response.end('<!doctype html><title>Sign in</title><p>Please sign in to go on.</p>');
  };

export const redirects =
  (to: string): Behaviour =>
  (_, response) => {
    response.writeHead(307, { location: to });
    response.end();
  };

/** Sends a piece every few milliseconds, for ever. */
export const drips =
  (piece: string, everyMilliseconds: number): Behaviour =>
  (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const timer = setInterval(() => response.write(piece), everyMilliseconds);
    response.on('close', () => clearInterval(timer));
  };

/** Sends as much as is taken, for ever. */
export const floods: Behaviour = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const more = () => {
    while (!response.destroyed && response.write('x'.repeat(16_384)));
  };
  response.on('drain', more);
  more();
};

/** Breaks the connection in the middle of an answer. */
export const breaksOff: Behaviour = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' });
  response.write('{"choices":[{"finish_reason":"stop","message":{"content":"{');
  setTimeout(() => response.destroy(), 10);
};

/** A loopback server that speaks chat completions, and misbehaves in every way it is told to. */
export class StandIn {
  readonly got: Got[] = [];
  /** What the next requests get, in order; afterwards `always`. */
  next: Behaviour[] = [];
  always: Behaviour = answers();
  readonly #server: Server = createServer((request, response) => void this.#answer(request, response));

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/v1`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Forgets the last test. */
  reset(): void {
    this.got.length = 0;
    this.next = [];
    this.always = answers();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = JSON.parse(Buffer.concat(chunks).toString()) as Body;
    const got: Got = {
      path: request.url ?? '',
      authorization: request.headers.authorization,
      headers: Object.keys(request.headers),
      body,
    };
    this.got.push(got);
    (this.next.shift() ?? this.always)(got, response);
  }
}
