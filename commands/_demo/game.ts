import { createHash } from 'node:crypto';
import type { Instant } from '../../src/domain/time.ts';
import type { Scene } from '../../src/texts/en/scenes/scene.ts';
import { texts } from '../../src/texts/texts.ts';

const { scenes } = texts.demo;

/** How many scenes a game has: one of each sort. */
export const SCENES_A_GAME = scenes.length;

/** Where somebody is in the game. It lives in the buttons alone: nothing of a game is stored. */
export interface Place {
  /** What the scenes are drawn by. */
  readonly draw: number;
  /** How many games were played before with this draw; each shows other scenes, while there are any. */
  readonly round: number;
  readonly step: number;
}

/** The start of a game, drawn by the moment it was asked for. */
export function firstPlace(at: Instant): Place {
  return { draw: at, round: 0, step: 0 };
}

/** `draw.round.step.scene`, with room for what is pressed; the scene is named so that an old button opens no other. */
export function packPlace(place: Place, more?: string): string {
  const { draw, round, step } = place;
  return [draw.toString(36), round, step, sceneAt(place).id, ...(more === undefined ? [] : [more])].join('.');
}

/** The place on a button and what was pressed there; undefined when it leads nowhere today. */
export function unpackPlace(id: string): { readonly place: Place; readonly more: string } | undefined {
  const match = /^([0-9a-z]{1,10})\.(\d{1,4})\.(\d{1,2})\.([a-z-]{1,30})(?:\.([a-z0-9-]{1,10}))?$/.exec(id);
  if (!match) return undefined;
  const [, draw = '', round = '', step = '', scene = '', more = ''] = match;
  const place = { draw: Number.parseInt(draw, 36), round: Number(round), step: Number(step) };
  if (place.step >= SCENES_A_GAME || sceneAt(place).id !== scene) return undefined;
  return { place, more };
}

export function sceneAt({ draw, round, step }: Place): Scene {
  const sort = scenes[step] ?? [];
  const scene = sort[(Math.floor(chance(draw, `scene:${step}`) * sort.length) + round) % sort.length];
  if (scene === undefined) throw new RangeError(`the game has no scene ${step}`);
  return scene;
}

/** In which order the three choices are shown: by chance, so that no place tells which one was written first. */
export function choiceOrder(place: Place): readonly number[] {
  const { id, choices } = sceneAt(place);
  const keys = choices.map((_choice, index) => chance(place.draw, `choice:${id}:${index}`));
  return choices.map((_choice, index) => index).sort((one, other) => (keys[one] ?? 0) - (keys[other] ?? 0));
}

/** The scene after this one; undefined after the last. */
export function nextPlace(place: Place): Place | undefined {
  return place.step + 1 < SCENES_A_GAME ? { ...place, step: place.step + 1 } : undefined;
}

/** A number from 0 to 1 that is the same whenever the same button is pressed. */
function chance(draw: number, key: string): number {
  return createHash('sha256').update(`${draw}:${key}`).digest().readUInt32BE() / 2 ** 32;
}
