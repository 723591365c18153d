import type { Fault } from '../engine/contract.ts';
import { visibleText } from '../panels/visible-text.ts';

/** Name of the event at a run block that says what the last run stumbled over, or nothing. */
export const faultEvent = 'playground-fault';
/** Name of the event at a run block by which a reader asks to see a place in a file. */
export const goToEvent = 'playground-go-to';

/** @param fault of the run that ended; without it, marks of an earlier one go */
export function tellFault(host: HTMLElement, fault?: Fault): void {
  host.dispatchEvent(new CustomEvent<Fault | undefined>(faultEvent, { detail: fault }));
}

/** @returns `main.ts:12:5` */
export function nameOfPlace({ file, line, column }: Fault): string {
  return visibleText([file, line, column].filter((part) => part !== undefined).join(':'));
}

/** A button that opens the editor at the place. */
export function placeButton(host: HTMLElement, fault: Fault): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'fault-place';
  button.textContent = nameOfPlace(fault);
  button.addEventListener('click', () => {
    host.dispatchEvent(new CustomEvent<Fault>(goToEvent, { detail: fault }));
  });
  return button;
}
