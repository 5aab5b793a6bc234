import { describe, expect, it } from 'vitest';
import { NodError } from '../../../src/errors.ts';
import { endpointAt } from '../../../src/judges/openai/endpoint.ts';

const at = (url: string) => endpointAt(url, { plain: false });

describe('where a judge is', () => {
  it.each([
    'http://127.0.0.1:11434/v1',
    'http://localhost:1234/v1',
    'http://LOCALHOST/v1',
    'http://nod.localhost/v1',
    'http://[::1]:8080/v1',
    'http://[::ffff:127.0.0.1]/v1',
    'http://127.1/v1',
    'http://0x7f.0.0.1/v1',
    'https://127.5.6.7/v1',
  ])('takes %s for this machine', (url) => {
    expect(at(url).where).toBe('local');
  });

  it.each([
    'https://api.openai.com/v1',
    'https://localhost.example.com/v1',
    'https://127.0.0.1.example.com/v1',
    'https://notlocalhost/v1',
    'https://192.168.1.5/v1',
    'https://0.0.0.0/v1',
    'https://[::2]/v1',
    'https://128.0.0.1/v1',
  ])('takes %s for the cloud', (url) => {
    expect(at(url).where).toBe('cloud');
  });

  it.each([
    'http://192.168.1.5:11434/v1',
    'http://judge.example/v1',
    'http://localhost.example.com/v1',
    'http://0.0.0.0/',
  ])('refuses %s, since words would travel unencrypted, and does not repeat it', (url) => {
    const refusal = expect.objectContaining({
      code: 'BAD_CONFIG',
      hint: expect.stringContaining('NOD_JUDGE_PLAIN=on'),
    });

    expect(() => at(url)).toThrow(NodError);
    expect(() => at(url)).toThrow(refusal);
    expect(() => at(url)).not.toThrow(url);
  });

  it('takes them when the host allows it, and still calls them the cloud', () => {
    expect(endpointAt('http://192.168.1.5:11434/v1', { plain: true }).where).toBe('cloud');
  });
});
