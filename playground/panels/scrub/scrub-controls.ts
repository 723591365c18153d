/** The parts of the bar that a reader uses and reads. */
export interface ScrubControls {
  readonly slider: HTMLInputElement;
  readonly time: HTMLElement;
  readonly play: HTMLButtonElement;
  /** What each run does at the moment. */
  readonly runs: HTMLElement;
}

/** Steps of the slider over the whole run. */
const steps = 200;

/**
 * Puts the bar into the place that the page keeps for it.
 * @param root around `.scrub` and the drawings
 */
export function addScrubControls(root: HTMLElement): ScrubControls {
  const bar = root.querySelector('.scrub');
  if (!bar) throw new Error('the drawings have no place for a slider');
  const slider = document.createElement('input');
  const whole = String(steps);
  Object.assign(slider, { type: 'range', min: '0', max: whole, value: whole });
  slider.setAttribute('aria-valuetext', 'the whole run');
  const label = document.createElement('label');
  label.append('Moment ', slider);
  const time = document.createElement('span');
  time.className = 'scrub-time';
  time.textContent = 'whole run';
  const play = document.createElement('button');
  Object.assign(play, { type: 'button', className: 'btn bare', textContent: 'Play' });
  play.dataset['part'] = 'scrub-play';
  play.hidden = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const runs = document.createElement('div');
  runs.className = 'scrub-runs';
  bar.append(label, time, play);
  bar.after(runs);
  return { slider, time, play, runs };
}
