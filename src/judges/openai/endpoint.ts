import { NodError } from '../../errors.ts';

/** Where a judge answers. */
export interface Endpoint {
  readonly url: string;
  /** Without port and path, as a host may read it in `nod doctor`. */
  readonly host: string;
  readonly where: 'local' | 'cloud';
}

/** `plain` allows words to travel unencrypted off this machine. Throws BAD_CONFIG otherwise. */
export function endpointAt(address: string, { plain }: { readonly plain: boolean }): Endpoint {
  const url = new URL(address);
  const where = isLoopback(url.hostname) ? 'local' : 'cloud';
  if (url.protocol !== 'https:' && where === 'cloud' && !plain) {
    throw new NodError(
      'BAD_CONFIG',
      'The judge at OPENAI_BASE_URL is on another machine and would be sent words unencrypted.',
      'Use an https address, or a judge on this machine; NOD_JUDGE_PLAIN=on allows it within a network you trust.',
    );
  }
  return { url: url.href.replace(/\/$/u, ''), host: url.hostname, where };
}

/** Only this machine itself: a name that merely begins like it is elsewhere. */
function isLoopback(hostname: string): boolean {
  const host = hostname.toLowerCase();
  if (host === 'localhost' || host.endsWith('.localhost') || host === '[::1]') return true;
  // The URL parser has written every spelling of an IPv4 address in four numbers.
  return /^127\.\d+\.\d+\.\d+$/u.test(host) || /^\[::ffff:7f[\da-f]{2}:[\da-f]+\]$/u.test(host);
}
