import { formatQuantity } from '../panels/format.ts';
import type { Settings } from '../session/session.ts';

/** A knob is a slider, which holds the value and names the variable, and a field to type it in. */
const typedSelector = '[data-knob-typed]';
const sliderSelector = 'input[type=range]';

function sliders(block: HTMLElement): readonly HTMLInputElement[] {
  return [...block.querySelectorAll<HTMLInputElement>(`.knob ${sliderSelector}`)];
}

function fieldOf(slider: HTMLInputElement): HTMLInputElement | null {
  return slider.closest('.knob')?.querySelector<HTMLInputElement>(typedSelector) ?? null;
}

function labelOf(slider: HTMLInputElement): string {
  return slider.labels?.[0]?.textContent.trim() ?? slider.name;
}

function showValue(slider: HTMLInputElement): void {
  const { unit } = slider.dataset;
  if (unit !== undefined) {
    slider.setAttribute('aria-valuetext', formatQuantity(slider.valueAsNumber, unit));
  }
}

/** Gives every slider its value in words, unit included, and its rail a tick at the default. */
export function prepareKnobs(block: HTMLElement): void {
  for (const slider of sliders(block)) {
    showValue(slider);
    slider.parentElement?.style.setProperty('--start', String(placeOfDefault(slider)));
  }
}

/** From 0 to 1. */
function placeOfDefault({ min, max, defaultValue }: HTMLInputElement): number {
  return (Number(defaultValue) - Number(min)) / (Number(max) - Number(min));
}

/** What the knobs are set to: every variable for the run, and those off their default as typed. */
export function readKnobs(block: HTMLElement): Settings {
  const changed = Object.entries(changedKnobs(block));
  return {
    env: Object.fromEntries(sliders(block).map(({ name, value }) => [name, value])),
    typed: changed.map(([name, value]) => `${name}=${value} `).join(''),
  };
}

/** Variable → value, of the knobs that are off their default. */
export function changedKnobs(block: HTMLElement): Readonly<Record<string, string>> {
  const changed = sliders(block).filter((slider) => slider.value !== slider.defaultValue);
  return Object.fromEntries(changed.map(({ name, value }) => [name, value]));
}

/** @returns What is wrong with a typed value, with the range it may have; empty where nothing is. */
export function knobProblem(block: HTMLElement): string {
  for (const slider of sliders(block)) {
    const field = fieldOf(slider);
    if (!field || (field.value !== '' && field.validity.valid)) continue;
    const { min, max, step } = slider;
    const unit = slider.dataset['unit'];
    const by = step === '1' ? '' : `, in steps of ${formatQuantity(Number(step), unit)}`;
    return `${labelOf(slider)}: type a number from ${min} to ${formatQuantity(Number(max), unit)}${by}.`;
  }
  return '';
}

/**
 * Keeps slider and field alike after either was changed.
 * @returns whether the knob now has another value that can be run
 */
export function followKnob(input: HTMLInputElement): boolean {
  const knob = input.closest('.knob');
  const slider = knob?.querySelector<HTMLInputElement>(sliderSelector);
  if (!slider) return false;
  if (input === slider) {
    const field = fieldOf(slider);
    if (field) field.value = slider.value;
  } else {
    if (input.value === '' || !input.validity.valid || input.value === slider.value) return false;
    slider.value = input.value;
  }
  showValue(slider);
  return true;
}

/** Sets some knobs by the names of their variables, and the others to their defaults. */
export function setKnobs(
  block: HTMLElement,
  values: Readonly<Record<string, number | string>>,
): void {
  for (const slider of sliders(block)) {
    slider.value = String(values[slider.name] ?? slider.defaultValue);
    const field = fieldOf(slider);
    if (field) field.value = slider.value;
    showValue(slider);
  }
}

/** Sets every knob to its default. */
export function resetKnobs(block: HTMLElement): void {
  setKnobs(block, {});
}
