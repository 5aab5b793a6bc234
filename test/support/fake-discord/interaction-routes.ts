import type { APIInteractionResponse, RESTPostAPIInteractionCallbackWithResponseResult } from 'discord-api-types/v10';
import { MessageFlags, type InteractionResponseType as Response } from 'discord-api-types/v10';
import type { Pending } from './interactions.ts';
import { changesOf, draftOf } from './message-routes.ts';
import { messagePayload } from './payloads.ts';
import type { Call, Route } from './rest.ts';

function acknowledge(call: Call): RESTPostAPIInteractionCallbackWithResponseResult | undefined {
  const response = call.body as APIInteractionResponse;
  const { id = '', token = '' } = call.params;
  const data = 'data' in response ? response.data : undefined;
  const said = { draft: draftOf(data, call), changes: changesOf(data, call) };
  const pending = call.interactions.acknowledge({ id, token, response, ...said });
  return call.query.get('with_response') === 'true' ? asResponse(call, pending, response.type) : undefined;
}

function asResponse(call: Call, pending: Pending, type: Response): RESTPostAPIInteractionCallbackWithResponseResult {
  const interaction = { id: pending.id, type: pending.event.type };
  if (pending.original === undefined) return { interaction, resource: { type } };
  const message = messagePayload(call.world, pending.original);
  const flags = message.flags ?? 0;
  return {
    interaction: {
      ...interaction,
      response_message_id: message.id,
      response_message_loading: (flags & MessageFlags.Loading) !== 0,
      response_message_ephemeral: (flags & MessageFlags.Ephemeral) !== 0,
    },
    resource: { type, message },
  };
}

function target(call: Call) {
  const pending = call.interactions.byToken(call.params['token'] ?? '');
  return { pending, held: call.interactions.messageOf(pending, call.params['message'] ?? '') };
}

const WEBHOOK_MESSAGE = '/webhooks/:application/:token/messages/:message';

export const INTERACTION_ROUTES: readonly Route[] = [
  { on: 'POST /interactions/:id/:token/callback', open: true, run: acknowledge },
  { on: `GET ${WEBHOOK_MESSAGE}`, open: true, run: (call) => messagePayload(call.world, target(call).held) },
  {
    on: `PATCH ${WEBHOOK_MESSAGE}`,
    open: true,
    run(call) {
      const { pending, held } = target(call);
      call.interactions.edit(pending, held, changesOf(call.body, call));
      return messagePayload(call.world, held);
    },
  },
  {
    on: `DELETE ${WEBHOOK_MESSAGE}`,
    open: true,
    run(call) {
      const { pending, held } = target(call);
      call.happenings.remove(pending.channel, [held.message.id]);
    },
  },
  {
    on: 'POST /webhooks/:application/:token',
    open: true,
    run(call) {
      const pending = call.interactions.byToken(call.params['token'] ?? '');
      return messagePayload(call.world, call.interactions.followUp(pending, draftOf(call.body, call)));
    },
  },
];
