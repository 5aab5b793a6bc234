import { NoAnswer } from './failures.ts';

/** A hundred times what an answer needs, and little enough to hold. Our choice. */
const LONGEST_ANSWER_BYTES = 64 * 1024;

/** All that a server needs. The client adds what machine this is, and whatever the environment names for others. */
const HEADERS = ['authorization', 'content-type', 'accept'];

/** Fetches with bounds: a redirect is not followed, since it would take words elsewhere, and a flood is cut off. */
export async function boundedFetch(url: string | URL | Request, init?: RequestInit): Promise<Response> {
  const given = new Headers(init?.headers);
  const headers = HEADERS.flatMap((name) => (given.has(name) ? [[name, given.get(name) ?? ''] as const] : []));
  const response = await fetch(url, { ...init, headers: Object.fromEntries(headers), redirect: 'manual' });
  const { status, statusText } = response;
  if (!response.body) return response;
  const body = response.body.pipeThrough(bounded());
  return new Response(body, { status, statusText, headers: response.headers });
}

function bounded(): TransformStream<Uint8Array, Uint8Array> {
  let bytes = 0;
  return new TransformStream({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      if (bytes > LONGEST_ANSWER_BYTES) controller.error(new NoAnswer('too-long'));
      else controller.enqueue(chunk);
    },
  });
}
