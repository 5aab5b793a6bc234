import { describe, expect, it } from 'vitest';
import { judgeContract } from '../../contracts/judge-contract.ts';
import { answers, refuses, StandIn } from './stand-in.ts';
import { judgeAt } from './trial.ts';

describe('the judge behind a server that speaks chat completions', () => {
  judgeContract(async () => {
    const standIn = new StandIn();
    await standIn.start();
    return {
      judge: judgeAt(standIn.url),
      answer(fields) {
        standIn.always = answers(fields);
      },
      fail() {
        standIn.always = refuses(500);
      },
      asked: () => standIn.got.length,
      end: () => standIn.stop(),
    };
  });

  it('is local on this machine', () => {
    expect(judgeAt('http://127.0.0.1:1/v1').where).toBe('local');
  });
});
