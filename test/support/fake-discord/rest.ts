import type { IncomingMessage, ServerResponse } from 'node:http';
import type { APIAttachment } from 'discord-api-types/v10';
import type { Instant } from '../../../src/domain/time.ts';
import { type Fault, type Faults, Refusal, type RefusalCode, refuse } from './faults.ts';
import type { Happenings } from './happenings.ts';
import type { Dispatch } from './intents.ts';
import type { Interactions } from './interactions.ts';
import type { World } from './world.ts';

/** What a route may use. */
export interface Call {
  readonly world: World;
  readonly happenings: Happenings;
  /** Tells every session, whatever channels the bot can see. */
  tellAll(dispatch: Dispatch, guild: string): void;
  readonly interactions: Interactions;
  readonly messageContent: boolean;
  readonly guildMembers: boolean;
  readonly gatewayUrl: string;
  readonly shards: number;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly uploads: readonly APIAttachment[];
}

export interface Route {
  /** `GET /channels/:channel`. */
  readonly on: string;
  /** The token stands in the path, no Authorization is needed. */
  readonly open?: true;
  /** What is answered as JSON; undefined is 204. */
  run(call: Call): unknown;
}

/** One call as it came and how it was answered. */
export interface RecordedCall {
  readonly at: Instant;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** Absent while unanswered, or for ever. */
  status?: number;
  fault?: Fault['how'];
}

export interface RestTerms {
  readonly token: string;
  readonly faults: Faults;
  readonly routes: readonly Route[];
  /** All of a call that is the same for each. */
  context(): Omit<Call, 'params' | 'query' | 'body' | 'uploads'>;
  onActivity(): void;
}

/** The HTTP side: finds the route, applies faults, records every call. */
export class Rest {
  readonly calls: RecordedCall[] = [];
  /** Calls neither answered nor hung for good. */
  inFlight = 0;
  readonly #terms: RestTerms;
  readonly #routes: readonly { readonly route: Route; readonly pattern: RegExp }[];

  constructor(terms: RestTerms) {
    this.#terms = terms;
    this.#routes = terms.routes.map((route) => ({ route, pattern: patternOf(route.on) }));
  }

  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.inFlight += 1;
    response.setHeader('date', new Date(this.#terms.context().world.now()).toUTCString());
    try {
      await this.#answer(request, response);
    } catch (error) {
      // A bot that is killed while it speaks leaves half a request behind: it never happened.
      if (request.complete) throw error;
    } finally {
      this.inFlight -= 1;
      this.#terms.onActivity();
    }
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const { world } = this.#terms.context();
    if (url.pathname.startsWith('/attachments/')) {
      response.end(world.files.get(url.pathname.split('/')[2] ?? ''));
      return;
    }
    const path = url.pathname.replace(/^\/api(?:\/v\d+)?/, '');
    const method = request.method ?? 'GET';
    const { body, uploads } = await readBody(request, world);
    const query = Object.fromEntries(url.searchParams);
    const recorded: RecordedCall = { at: world.now(), method, path, query, body };
    this.calls.push(recorded);
    const fault = this.#terms.faults.take(`${method} ${path}`);
    if (fault !== undefined) recorded.fault = fault.how;
    if (fault?.how === 401) request.headers.authorization = '';
    const run = () =>
      this.#run({ method, path, query: url.searchParams, body, uploads }, request.headers.authorization);
    if (fault === undefined || fault.how === 401) return reply(response, recorded, run);
    if (fault.afterEffect) attempt(run);
    return spoil(response, recorded, { ...fault, how: fault.how });
  }

  #run(asked: Pick<Call, 'query' | 'body' | 'uploads'> & { method: string; path: string }, token?: string): unknown {
    for (const { route, pattern } of this.#routes) {
      const match = pattern.exec(`${asked.method} ${asked.path}`);
      if (match === null) continue;
      if (!route.open && token !== `Bot ${this.#terms.token}`) throw new Refusal(401, 0, '401: Unauthorized');
      const params = Object.fromEntries(
        Object.entries(match.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]),
      );
      return route.run({ ...this.#terms.context(), ...asked, params });
    }
    throw new Refusal(404, 0, '404: Not Found');
  }
}

function patternOf(on: string): RegExp {
  return new RegExp(`^${on.replaceAll(/:(\w+)/g, '(?<$1>[^/]+)')}$`);
}

function reply(response: ServerResponse, recorded: RecordedCall, run: () => unknown): void {
  try {
    const result = run();
    recorded.status = result === undefined ? 204 : 200;
    if (result === undefined) response.writeHead(204).end();
    else respond(response, recorded.status, result);
  } catch (error) {
    // A mistake in the fake must show in the test, so it is answered and never retried away.
    const refusal = error instanceof Refusal ? error : new Refusal(418, 0, `The fake failed: ${String(error)}`);
    recorded.status = refusal.status;
    respond(response, refusal.status, { code: refusal.code, message: refusal.message });
  }
}

function respond(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function attempt(run: () => unknown): void {
  try {
    run();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

const RETRY_AFTER_SECONDS = 0.05;

interface Spoiling extends Pick<Fault, 'retryAfterSeconds'> {
  readonly how: RefusalCode | 429 | 503 | 'hang' | 'reset';
}

function spoil(
  response: ServerResponse,
  recorded: RecordedCall,
  { how, retryAfterSeconds = RETRY_AFTER_SECONDS }: Spoiling,
): void {
  switch (how) {
    case 'hang':
      return;
    case 'reset':
      response.destroy();
      return;
    case 503:
      recorded.status = how;
      response.writeHead(how).end('upstream connect error');
      return;
    case 429:
      recorded.status = how;
      response.setHeader('retry-after', retryAfterSeconds);
      response.setHeader('x-ratelimit-scope', 'user');
      respond(response, how, {
        message: 'You are being rate limited.',
        retry_after: retryAfterSeconds,
        global: false,
      });
      return;
    default:
      reply(response, recorded, () => {
        throw refuse(how);
      });
  }
}

interface ReadBody {
  readonly body: unknown;
  readonly uploads: readonly APIAttachment[];
}

async function readBody(request: IncomingMessage, world: World): Promise<ReadBody> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  if (bytes.length === 0) return { body: undefined, uploads: [] };
  if (type.startsWith('application/json')) return { body: JSON.parse(bytes.toString()), uploads: [] };
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  const uploads: APIAttachment[] = [];
  for (const [name, part] of form) {
    if (!name.startsWith('files[') || typeof part === 'string') continue;
    const id = world.mint();
    world.files.set(id, new Uint8Array(await part.arrayBuffer()));
    const url = `http://${request.headers.host}/attachments/${id}/${encodeURIComponent(part.name)}`;
    uploads.push({ id, filename: part.name, size: part.size, content_type: part.type, url, proxy_url: url });
  }
  return { body: JSON.parse(String(form.get('payload_json') ?? '{}')), uploads };
}
