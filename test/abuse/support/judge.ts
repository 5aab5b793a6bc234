import { InteractionResponseType as Response } from 'discord-api-types/v10';
import type { RecordedCall } from '../../support/fake-discord/rest.ts';
import type { Answer, Outcome } from './attempt.ts';
import { notOf, ownSwitch, sameOwner, untimed, withoutEnded } from './rows.ts';

/** What no deed may come to, whoever does it. Each fault is one sentence; none means that all is well. */
export interface Measure {
  /** Strings of which none may be in an answer to this person. */
  readonly secrets: readonly string[];
  /** Calls beyond the answer that the honest flow makes too, such as taking back one's own nudge. */
  readonly honest?: (call: RecordedCall) => boolean;
  /** Asking somebody adds rows about the two, as it must; it still changes none that was there. */
  readonly mayAsk?: true;
}

const EPHEMERAL = 64;
/** An answer; and opening a channel of direct messages, of which nobody sees anything. */
const TO_THE_PRESSER = /^\/(?:interactions|webhooks)\/|^\/users\/@me\/channels$/;

export function judge(outcome: Outcome, measure: Measure): readonly string[] {
  return [
    ...whoSees(outcome),
    ...whoIsPinged(outcome),
    ...whatWentOut(outcome, measure),
    ...whatIsTold(outcome, measure),
    ...whoseButtons(outcome),
    ...whatChanged(outcome, measure),
    ...outcome.failures.map((failure) => `failed inside: ${failure}`),
  ];
}

/** How two answers differ that have to be alike: one where somebody else exists, one where they do not. */
export function difference(full: Answer, without: Answer): readonly string[] {
  const [here, there] = [JSON.stringify(full), JSON.stringify(without)];
  return here === there ? [] : [`answers ${here} where the other exists, and else ${there}`];
}

function whoSees({ calls }: Outcome): readonly string[] {
  const answers = calls.filter(({ method, path }) => method === 'POST' && TO_THE_PRESSER.test(path));
  const open = answers.filter(({ path, body }) => {
    if (path.startsWith('/webhooks/')) return ((body as { flags?: number }).flags ?? 0) !== EPHEMERAL;
    const { type, data } = body as { type: number; data?: { flags?: number } };
    const adds = type === Response.ChannelMessageWithSource || type === Response.DeferredChannelMessageWithSource;
    return adds && ((data?.flags ?? 0) & EPHEMERAL) === 0;
  });
  return open.map(({ path }) => `everyone sees ${path}`);
}

function whoIsPinged({ calls }: Outcome): readonly string[] {
  const bodies = calls.map(({ body }) => (body as { data?: unknown } | undefined)?.data ?? body);
  const written = bodies.filter((body) => typeof (body as { content?: unknown } | undefined)?.content === 'string');
  const pinging = written.filter((body) => {
    const { parse, users, roles } = (body as { allowed_mentions?: Mentions }).allowed_mentions ?? {};
    return parse?.length !== 0 || users !== undefined || roles !== undefined;
  });
  return pinging.map((body) => `may ping somebody: ${JSON.stringify(body)}`);
}

interface Mentions {
  readonly parse?: readonly string[];
  readonly users?: readonly string[];
  readonly roles?: readonly string[];
}

function whatWentOut({ calls }: Outcome, { honest = () => false }: Measure): readonly string[] {
  const beyond = calls.filter((call) => !TO_THE_PRESSER.test(call.path) && !honest(call));
  return beyond.map(({ method, path, body }) => `${method} ${path} went out: ${JSON.stringify(body)}`);
}

function whatIsTold({ answer, deed }: Outcome, { secrets }: Measure): readonly string[] {
  const said = JSON.stringify(answer);
  const typed = JSON.stringify(deed); // what the presser wrote is no news to them
  const told = secrets.filter((secret) => said.includes(secret) && !typed.includes(secret));
  return told.map((secret) => `tells “${secret}”: ${said}`);
}

/** Buttons of an answer are the presser's own. */
function whoseButtons({ answer, deed }: Outcome): readonly string[] {
  const ids = [...JSON.stringify(answer).matchAll(/"custom_id":"([^"]+:[^"]*)"/g)].map(([, id = '']) => id);
  const strange = ids.filter((id) => id.split(':').at(-1) !== deed.by);
  return strange.map((id) => `made a button for somebody else: ${id}`);
}

function whatChanged({ deed, before, after }: Outcome, { mayAsk }: Measure): readonly string[] {
  if (before === after) return [];
  const [then, now] = sameOwner(deed.by, before, after);
  const shared = ownSwitch(then, before) === ownSwitch(now, after) ? 'with what is shared' : 'without';
  const isErased = then.id !== now.id;
  const kept = isErased ? untimed : <Rows>(rows: Rows) => rows;
  const was = kept(notOf(then, withoutEnded(then, before, after), shared));
  const is = kept(notOf(now, after, shared));
  const tables = Object.keys({ ...was, ...is });
  return tables.flatMap((table) => {
    const [gone, come] = [without(was[table], is[table]), without(is[table], was[table])];
    const isAsking = mayAsk === true && ADDED_BY_ASKING.includes(table);
    if (gone.length === 0 && (come.length === 0 || isAsking)) return [];
    return [`changed ${table}: ${JSON.stringify(gone)} into ${JSON.stringify(come)}`];
  });
}

const ADDED_BY_ASKING = ['partners', 'dyads', 'invitations'];

function without(rows: readonly unknown[] = [], others: readonly unknown[] = []): readonly unknown[] {
  const there = new Set(others.map((row) => JSON.stringify(row)));
  return rows.filter((row) => !there.has(JSON.stringify(row)));
}
