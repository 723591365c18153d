/** What a pattern page or a guide may use. The one barrel of the house: MDX imports `#mdx`. */
export { default as Beside } from '../patterns/beside.astro';
export { default as Cap } from '../patterns/cap.astro';
export { default as Changelog } from '../patterns/sections/changelog.astro';
export { default as Checklist } from '../patterns/sections/checklist.astro';
export { default as Diagram } from '../ui/diagram/diagram.astro';
export { default as FailureModes } from '../patterns/sections/failure-modes.astro';
export { default as Observe } from '../patterns/sections/observe.astro';
export { default as Parameters } from '../patterns/sections/parameters.astro';
export { default as References } from '../patterns/sections/references.astro';
export { default as Related } from '../patterns/sections/related.astro';
export { default as RunIt } from '../patterns/sections/run-it.astro';
export { default as UseOrNot } from '../patterns/sections/use-or-not.astro';
