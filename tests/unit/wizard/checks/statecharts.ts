import { createActor, createMachine } from 'xstate';

/** A statechart starts, and every state that it names can be entered. @throws what XState refuses */
export function statechartMistakes(text: string): readonly string[] {
  const machine = createMachine(JSON.parse(text) as object);
  const actor = createActor(machine).start();
  const { status } = actor.getSnapshot();
  actor.stop();
  return status === 'active' ? [] : [`It is ${status} as soon as it starts.`];
}
